import { ExampleHall, EXAMPLE_HALL_ID } from '../../../apps/server/src/catalogue/example-hall.ts';
import { StaffAccess } from '../../../apps/server/src/access/staff-access.service.ts';
import { HallClocks } from '../../../apps/server/src/catalogue/hall-clocks.ts';
import { DocketClock } from '../../../apps/server/src/docket/docket-clock.ts';
import { instantAt } from '@shouwen/domain/time/zoned';
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
    /** Sets the hall's clock, and lets the docket's clock look once: what fell due until then is given. */
    async clock(day: string, wall: string) {
      await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt(day, wall, 'Asia/Shanghai'), 1);
      await server.app.get(DocketClock).tick();
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
