/**
 * The built server in a process of its own, for benches and drills: told over IPC to make halls, says its address.
 * Protections that a drill must be able to switch off are patched here, never in the product.
 */
import { createApp } from '../../../apps/server/dist/app.js';
import { StaffAccess } from '../../../apps/server/dist/access/staff-access.service.js';
import { CatalogueService } from '../../../apps/server/dist/catalogue/catalogue.service.js';
import { HallLog } from '../../../apps/server/dist/hall-log/hall-log.js';
import { Clock } from '../../../apps/server/dist/platform/clock/clock.js';
import { readConfig } from '../../../apps/server/dist/platform/config/config.js';
import { BROKEN } from './broken-clock.mjs';

/** The machine's clock as a drill sets it, from the first moment on: so many ms ahead of the real one. */
let shift = Number(process.env.DRILL_CLOCK_SHIFT ?? 0);
Clock.prototype.now = () => Date.now() + shift;
if (process.env.DRILL_BROKEN_CLOCK) BROKEN[process.env.DRILL_BROKEN_CLOCK]();

const app = await createApp(readConfig(), process.env.DATABASE_URL);
await app.listen(Number(process.env.PORT ?? 0), '127.0.0.1');

/** The protection “answer only what is committed”, switched off: what a server with a write-behind cache does. */
function answerBeforeCommit(afterMs) {
  HallLog.prototype.once = async function (request, work) {
    const runner = this.database.createQueryRunner();
    await runner.startTransaction();
    const attempt = await this.attempt(request, runner, work).catch(async (error) => {
      await runner.rollbackTransaction();
      await runner.release();
      throw error;
    });
    setTimeout(async () => {
      await runner.commitTransaction();
      if (attempt.decided) attempt.decided.committed?.(attempt.events);
      await runner.release();
    }, afterMs);
    return { result: attempt.decided ? attempt.decided.result : attempt.replay, outcome: 'done' };
  };
}

const makeHall = async ({ id, changes }) => {
  await app.get(HallLog).begin(id);
  await app.get(CatalogueService).change(id, changes, 'installer');
  await app.get(StaffAccess).makeExampleAccounts(id);
};

if (process.env.BENCH_COMMITS) {
  app
    .get(HallLog)
    .commits.subscribe(({ events }) =>
      process.send({ type: 'commit', seq: events.at(-1).seq, at: performance.timeOrigin + performance.now() }),
    );
}

process.on('message', async (message) => {
  try {
    if (message.type === 'make-hall') await makeHall(message);
    if (message.type === 'answer-early') answerBeforeCommit(message.afterMs);
    if (message.type === 'shift-clock') shift = message.ms;
    process.send({ id: message.messageId, ok: true });
  } catch (error) {
    process.send({ id: message.messageId, ok: false, error: String(error) });
  }
});
process.once('disconnect', () => process.exit(0));
process.send({ type: 'ready', port: app.getHttpServer().address().port, pid: process.pid });
