import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** What lint says of a file with this text at this place. */
async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}${filePath}` });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'unreadable');
}

const importing = (from: string) => `import * as planted from '${from}';\nexport const used = planted;\n`;

describe('import directions', () => {
  it.each([
    ['libs/domain/src/planted.ts', '@shouwen/contracts/errors'],
    ['libs/domain/src/planted.ts', '@shouwen/client/http'],
    ['libs/contracts/src/planted.ts', '@shouwen/client/http'],
    ['libs/contracts/src/planted.ts', '@shouwen/ui/button'],
    ['libs/client/src/planted.ts', '@shouwen/ui/button'],
    ['libs/ui/src/planted.ts', '@shouwen/contracts/errors'],
    ['apps/server/src/queue/planted.ts', '@shouwen/client/http'],
    ['apps/kiosk/src/planted.ts', '../../../dashboard/src/app.tsx'],
    ['apps/kiosk/src/planted.ts', '../../../test/support/http.ts'],
    ['apps/server/src/hall-log/planted.ts', '../queue/rows.ts'],
    ['apps/server/src/platform/planted.ts', '../hall-log/hall-log.ts'],
    ['apps/server/src/catalogue/planted.ts', '../queue/queue.service.ts'],
  ])(
    '%s may not import %s',
    async (place, from) => {
      expect((await rulesBroken(place, importing(from))).join()).toMatch(/no-restricted-imports/);
    },
    60_000,
  );

  it.each([
    ['libs/contracts/src/planted.ts', '@shouwen/domain/hall/refusals'],
    ['apps/kiosk/src/planted.ts', '@shouwen/client/http'],
    ['apps/server/src/queue/planted.ts', '../hall-log/hall-log.ts'],
  ])('%s may import %s', async (place, from) => {
    expect((await rulesBroken(place, importing(from))).join()).not.toMatch(/no-restricted-imports/);
  });

  it('the domain has no clock and no dice of its own', async () => {
    const broken = await rulesBroken('libs/domain/src/planted.ts', 'export const now = Date.now() + Math.random();\n');
    expect(broken.length).toBeGreaterThanOrEqual(2);
  });

  it('nobody says `any`', async () => {
    expect(await rulesBroken('libs/domain/src/planted.ts', 'export const x = (y: any) => y;\n')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });
});
