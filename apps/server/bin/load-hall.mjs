/** `npm run load-hall -- DIR`: makes a hall of one's own from a folder of JSON files. */
import { prepare } from './prepare.mjs';

await prepare();
const { loadHall } = await import('../dist/setup/load-hall.js');
process.exit(
  await loadHall(process.argv[2]).catch((error) => {
    process.stderr.write(`Nothing was loaded — ${error.message}\n`);
    return 1;
  }),
);
