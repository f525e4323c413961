import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';

const MAIN = new URL('../dist/verify/main.js', import.meta.url);

if (!existsSync(MAIN)) await prepare({ build: ['@shouwen/server'] });
await import(MAIN.href);
