/** Writes src/styles/tokens.css from src/tokens/tokens.ts. */
import { writeFile } from 'node:fs/promises';
import { tsImport } from 'tsx/esm/api';

const { tokensCss } = await tsImport('../src/tokens/tokens-css.ts', import.meta.url);
await writeFile(new URL('../src/styles/tokens.css', import.meta.url), tokensCss());
