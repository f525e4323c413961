import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { cloneDatabase } from '../support/database.ts';
import { builtUnder, filesUnder, textOf } from './files.ts';

const CODE = /\.(ts|tsx|mjs|js)$/;
const code = ['apps', 'libs', 'test']
  .flatMap((folder) => filesUnder(folder, CODE))
  .filter((path) => !path.startsWith('test/rules/'));

/** Longer than 300 lines for a reason. */
const LONG: Readonly<Record<string, string>> = {
  'libs/domain/src/hall/hall.property.spec.ts': 'one random day: the oracle and what it watches belong together',
  'libs/domain/src/hall/hall.spec.ts': 'the rules of DOMAIN §2 as one story',
  'libs/domain/src/docket/docket.property.spec.ts':
    'one random history: the commands and what may never happen belong together',
  'apps/server/src/docket/docket.spec.ts': 'cases and first contacts over HTTP as one story',
  'apps/dashboard/src/i18n/en.settings.ts': 'the words of one capability, in the order of its screens',
  'apps/dashboard/src/i18n/zh-CN.settings.ts': 'the words of one capability, in the order of its screens',
  'libs/domain/src/indicators/indicators.ts':
    'the catalogue of indicators, each once, in the order in which they are shown',
  'apps/server/src/replay/replay.spec.ts': 'moving a past in, killed, repeated and grown, as one story',
  'apps/server/src/docket/case-files.spec.ts': 'files of cases over HTTP, and everything that may not happen to them',
  'apps/server/src/access/access.spec.ts': 'one table of everybody against everything',
  'apps/server/src/platform/http/bad-input.spec.ts': 'one table of everything that is not right',
};

describe('house rules', () => {
  it('no file is long without a reason', () => {
    const long = code.filter((path) => textOf(path).split('\n').length > 301 && !LONG[path]);
    expect(long).toEqual([]);
  });

  it('nothing is put off, switched off or left in', () => {
    const found = code.filter((path) =>
      /\b(TODO|FIXME|XXX)\b|\.only\(|\bit\.skip|describe\.skip|forwardRef\(|synchronize:\s*true|debugger;/.test(
        textOf(path),
      ),
    );
    expect(found).toEqual([]);
  });

  it('migrations only go forward', () => {
    const migrations = filesUnder('apps/server/src/platform/database/migrations', /\.ts$/);
    expect(migrations.length).toBeGreaterThan(0);
    for (const path of migrations)
      expect(textOf(path)).toMatch(
        /down\(\): Promise<void> \{\s*(return Promise\.reject|throw)|async down\([^)]*\)[^{]*\{\s*throw/,
      );
  });

  it('colours come from the tokens', () => {
    const styled = ['apps/kiosk/src', 'apps/dashboard/src'].flatMap((folder) => filesUnder(folder, /\.(css|tsx)$/));
    const own = styled.filter(
      (path) =>
        !path.includes('.spec.') &&
        /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(textOf(path).replaceAll(/&#\d+;/g, '')),
    );
    // A QR code must be dark on white whatever the mode, or no phone reads it; paper is black on white.
    expect(own.filter((path) => !path.endsWith('kiosk/kiosk.module.css') && !path.endsWith('qr-code.tsx'))).toEqual([]);
  });

  it('pages ask nothing of the internet', () => {
    const built = ['apps/kiosk/dist', 'apps/dashboard/dist']
      .flatMap(builtUnder)
      .filter((path) => /\.(html|css|js)$/.test(path))
      .map(textOf);
    const hosts = new Set(
      built.flatMap((text) =>
        [...text.matchAll(/(?:src|href|url\(|import\()\s*=?\s*["'(]?(https?:\/\/[a-z0-9.-]+)/gi)].map(
          (match) => match[1],
        ),
      ),
    );
    expect([...hosts]).toEqual([]);
  });

  it('the kiosk’s first load is at most 250 kB of script, compressed', () => {
    const html = textOf('apps/kiosk/dist/index.html');
    const first = [...html.matchAll(/(?:src|href)="\/(assets\/kiosk\/[^"]+\.js)"/g)].map((match) => match[1]!);
    const loaded = new Set<string>();
    const follow = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      const text = textOf(`apps/kiosk/dist/${file}`);
      for (const [, name] of text.matchAll(/from\s*"\.\/([^"]+\.js)"|import\s*"\.\/([^"]+\.js)"/g))
        if (name) follow(`assets/kiosk/${name}`);
    };
    for (const file of first) follow(file);
    const [screen] = builtUnder('apps/kiosk/dist').filter((path) => /kiosk-screen[^/]*\.js$/.test(path));
    follow(screen!.slice('apps/kiosk/dist/'.length));
    const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(textOf(`apps/kiosk/dist/${file}`)).length, 0);
    expect(loaded.size).toBeGreaterThan(1);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });

  it('every table’s key begins with hall_id', async () => {
    const database = await cloneDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string; first: string | null }>(
      `select c.relname as name, (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where i.indrelid = c.oid and i.indisprimary) as first
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`,
    );
    await client.end();
    await database.drop();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ first }) => first !== 'hall_id')).toEqual([]);
  });

  it('the domain and the contracts say what their public things are', () => {
    const bare = [...filesUnder('libs/domain/src', /\.ts$/), ...filesUnder('libs/contracts/src', /\.ts$/)]
      .filter((path) => !/\.spec\.ts$/.test(path))
      .flatMap((path) => {
        const lines = textOf(path).split('\n');
        return lines.flatMap((line, index) =>
          /^export (async )?function /.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? '')
            ? [`${path}:${index + 1}`]
            : [],
        );
      });
    expect(bare).toEqual([]);
  });
});
