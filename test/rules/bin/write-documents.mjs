/** Writes docs/errors.md and docs/permissions.md from the code: `node test/rules/bin/write-documents.mjs`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = `
  import { writeFileSync } from 'node:fs';
  import { errorsDocument, permissionsDocument } from './test/rules/documents.ts';
  writeFileSync('docs/errors.md', errorsDocument());
  writeFileSync('docs/permissions.md', permissionsDocument());
`;
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', program],
  { cwd: fileURLToPath(new URL('../../../', import.meta.url)), stdio: 'inherit' },
);
process.exit(status ?? 1);
