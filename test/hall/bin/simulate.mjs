import { runTool } from '../support/run-tool.mjs';

await runTool('simulate/main.ts');
