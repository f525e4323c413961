import { runTool } from '../support/run-tool.mjs';

await runTool('drill/main.ts');
