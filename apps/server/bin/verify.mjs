/** `npm run verify`: walks every chain and compares; beside a running server or alone. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/verify/main.js');
