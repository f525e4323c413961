import { ExampleHall, EXAMPLE_HALL_ID } from '../../../apps/server/src/catalogue/example-hall.ts';
import { StaffAccess } from '../../../apps/server/src/access/staff-access.service.ts';
import { HallClocks } from '../../../apps/server/src/catalogue/hall-clocks.ts';
import { cloneDatabase } from '../../support/database.ts';
import { startTestServer } from '../../support/server.ts';

/** The furnished example hall on a server of its own, open, with nobody in it yet. */
export async function openExampleHall() {
  const database = await cloneDatabase();
  const server = await startTestServer(database.url);
  const example = server.app.get(ExampleHall);
  await example.install();
  await server.app.get(StaffAccess).makeExampleAccounts(EXAMPLE_HALL_ID);
  await example.settleClock();
  return {
    url: server.url,
    clocks: server.app.get(HallClocks),
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
