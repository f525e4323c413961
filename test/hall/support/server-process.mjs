/**
 * The built server in a process of its own, for benches and drills: told over IPC to make halls, says its address.
 * Protections that a drill must be able to switch off are patched here, never in the product.
 */
import { createApp } from '../../../apps/server/dist/app.js';
import { StaffAccess } from '../../../apps/server/dist/access/staff-access.service.js';
import { CatalogueService } from '../../../apps/server/dist/catalogue/catalogue.service.js';
import { HallLog } from '../../../apps/server/dist/hall-log/hall-log.js';
import { readConfig } from '../../../apps/server/dist/platform/config/config.js';

const app = await createApp(readConfig(), process.env.DATABASE_URL);
await app.listen(Number(process.env.PORT ?? 0), '127.0.0.1');

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
    process.send({ id: message.messageId, ok: true });
  } catch (error) {
    process.send({ id: message.messageId, ok: false, error: String(error) });
  }
});
process.once('disconnect', () => process.exit(0));
process.send({ type: 'ready', port: app.getHttpServer().address().port, pid: process.pid });
