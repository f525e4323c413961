/** `npm run replay -- FILE`: moves another system's cases into a hall, as history; beside a running server, or alone. */
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/replay/main.js');
