import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from './catalogue/example-hall.ts';
import { EXAMPLE_PASSWORD, StaffAccess } from './access/staff-access.service.ts';
import { ExampleDocket } from './docket/example-docket.ts';
import { ExampleHistory } from './queue/example-history.ts';
import { ExampleInspections } from './inspections/example-inspections.ts';
import { ExampleVoices } from './opinions/example-voices.ts';
import { ExampleRatings } from './ratings/example-ratings.ts';
import { readConfig, type Config } from './platform/config/config.ts';
import { startEmbeddedPostgres } from './platform/postgres/embedded-postgres.ts';

/** Everything must be down within this, ms; the launcher waits no longer. */
const STOP_WITHIN_MS = 4_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function openDatabase(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir: config.dataDir, onProgress: say });
}

async function furnish(app: NestFastifyApplication): Promise<void> {
  const example = app.get(ExampleHall);
  if (await example.install()) say('The example hall 青石县政务服务大厅 is furnished.');
  await app.get(StaffAccess).makeExampleAccounts(EXAMPLE_HALL_ID);
  await example.settleClock();
  app.get(ExampleDocket).hold();
}

function welcome(url: string, config: Config): void {
  say('');
  say('Shouwen (首问) is ready.');
  for (const [name, path] of [
    ['Kiosk            取号机', '/kiosk'],
    ['Hall display     叫号屏', '/display'],
    ['Window pad       评价器', '/pad'],
    ['Staff            工作台', '/dashboard'],
    ['API              接口  ', '/api/docs'],
  ]) {
    say(`  ${name}  ${url}${path}`);
  }
  if (!config.exampleHall) return;
  say(
    `Example accounts (password ${EXAMPLE_PASSWORD}): liqing — clerk, window 5; xudan — guide desk; songyan — supervisor;`,
  );
  say('  shenguoping — director; admin — administrator; fangmin — auditor. They are refused when NODE_ENV=production.');
  say('');
}

async function main(): Promise<void> {
  const config = readConfig();
  const database = await openDatabase(config);
  let app: NestFastifyApplication | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      await app?.close().catch(() => undefined);
      await database.stop().catch(() => undefined);
      process.exit(0);
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  // Started by the launcher: when it is gone, however it went, the server goes too.
  if (process.channel) process.once('disconnect', () => void stop());
  try {
    say('Preparing the database …');
    app = await createApp(config, database.url);
    if (config.exampleHall) await furnish(app);
    await app.listen(config.port, config.host);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    say(
      taken
        ? `Port ${config.port} is taken. Start with another one, e.g. PORT=${config.port + 1} npm start`
        : String((error as Error).stack),
    );
    await app?.close().catch(() => undefined);
    await database.stop().catch(() => undefined);
    process.exit(1);
  }
  if (config.exampleHall) {
    // What staff look at first: the docket and what citizens said; then the tickets of the past, then their ratings.
    const voices = app.get(ExampleVoices).start(app.get(ExampleDocket).start());
    app.get(ExampleHistory).start(voices);
    void app.get(ExampleInspections).start(voices);
    app.get(ExampleRatings).start();
  }
  const { port } = app.getHttpServer().address() as { port: number };
  welcome(config.publicUrl ?? `http://localhost:${port}`, config);
}

await main();
