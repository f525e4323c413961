import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import { HallLogModule } from '../hall-log/hall-log.module.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { HistoryModule } from '../history/history.module.ts';
import { HistoryReader } from '../history/history-reader.ts';
import type { Config } from '../platform/config/config.ts';
import { createDataSource, migrate } from '../platform/database/data-source.ts';
import { Keys } from '../platform/keys/keys.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { QueueReader } from '../queue/queue-reader.ts';
import { TicketImport } from '../queue/ticket-import.ts';
import { FigureRoller } from '../performance/roller.service.ts';
import { FileFault } from './file/file-fault.ts';
import { isOfTickets, type Mapping, mappingOf } from './mapping.ts';
import type { ReplayOptions } from './options.ts';
import { ReplayCases } from './replay-cases.ts';
import { ReplayTickets, type TicketReplayWish } from './replay-tickets.ts';
import { reportWords, resultWords, ticketWords } from './words.ts';

/** Where a replay speaks: results, and everything else. */
export interface Voice {
  say(line: string): void;
  note(line: string): void;
  progress: TicketReplayWish['progress'];
}

/** Of the server only what a replay needs: no clock that gives cards, no sockets, no port. */
@Module({})
class ReplayModule {
  static with(config: Config, database: DataSource, keys: Keys): DynamicModule {
    const imports = [PlatformModule.with(config, database, keys), HallLogModule, CatalogueModule, HistoryModule];
    return {
      module: ReplayModule,
      imports,
      providers: [ReplayCases, ReplayTickets, FigureRoller, QueueReader, TicketImport],
    };
  }
}

/** Replays a file, or tells what the stored history comes to. @returns the exit code. */
export async function replay(options: ReplayOptions, config: Config, url: string, voice: Voice): Promise<number> {
  // The mapping first: a wrong one is found before a database is touched.
  const mapping = options.mapping === undefined ? undefined : await mappingOf(options.mapping);
  await migrate(url);
  const database = createDataSource({ url, poolSize: 4 });
  await database.initialize();
  const module = ReplayModule.with({ ...config, logLevel: 'error' }, database, await Keys.load(config.dataDir));
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  try {
    const hallId = await hallOf(app, options.hall, voice);
    const done =
      options.file === undefined ? null : await run(app, { ...options, hallId, path: options.file }, mapping!, voice);
    const report = options.report ? await app.get(HistoryReader).report(hallId, mapping?.source ?? null) : null;
    if (options.json)
      voice.say(JSON.stringify({ hallId, ...(done && { import: done.result }), ...(report && { report }) }));
    else {
      if (done) voice.say(done.words);
      const { timeZone } = (await app.get(CatalogueService).current(hallId)).rules.hall;
      if (report) voice.say(reportWords(report, mapping?.source ?? null, hallId, timeZone));
    }
    return done?.used === 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}

/** Cases or tickets, as the mapping says. */
async function run(
  app: INestApplicationContext,
  wish: ReplayOptions & { hallId: string; path: string },
  mapping: Mapping,
  { progress }: Voice,
) {
  if (isOfTickets(mapping)) {
    const result = await app.get(ReplayTickets).run({ ...wish, mapping, progress });
    return { result, words: ticketWords(result, wish.dryRun), used: result.tickets };
  }
  const result = await app.get(ReplayCases).run({ ...wish, mapping, progress });
  return { result, words: resultWords(result, wish.dryRun), used: result.cases };
}

/** The hall named, or the example hall. It must exist: a replay makes none. */
async function hallOf(app: INestApplicationContext, named: string | undefined, voice: Voice): Promise<string> {
  const halls = await app.get(LogReader).hallIds();
  if (named !== undefined && halls.includes(named)) return named;
  const here = halls.length > 0 ? `Halls here: ${halls.join(', ')}.` : 'There is no hall here yet.';
  if (named !== undefined) throw new FileFault(`There is no hall “${named}”; a replay makes none. ${here}`);
  if (!halls.includes(EXAMPLE_HALL_ID)) throw new FileFault(`Which hall? --hall ID. ${here}`);
  voice.note(`No --hall was named: the example hall ${EXAMPLE_HALL_ID} is meant.`);
  return EXAMPLE_HALL_ID;
}
