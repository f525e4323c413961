/** `npm run reset-example`: empties the example hall. */
import { prepare } from './prepare.mjs';

await prepare();
const { resetExample } = await import('../dist/setup/reset-example.js');
process.exit(await resetExample());
