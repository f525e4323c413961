import { ExampleHall, EXAMPLE_HALL_ID } from '../../../apps/server/src/catalogue/example-hall.ts';
import { StaffAccess } from '../../../apps/server/src/access/staff-access.service.ts';
import { HallClocks } from '../../../apps/server/src/catalogue/hall-clocks.ts';
import { DocketClock } from '../../../apps/server/src/docket/docket-clock.ts';
import { ExampleDocket } from '../../../apps/server/src/docket/example-docket.ts';
import { ExampleHistory } from '../../../apps/server/src/queue/example-history.ts';
import { ExampleRatings } from '../../../apps/server/src/ratings/example-ratings.ts';
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
    databaseUrl: database.url,
    server,
    /** Sets the hall's clock, and lets the docket's clock look once: what fell due until then is given. */
    async clock(day: string, wall: string) {
      await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt(day, wall, 'Asia/Shanghai'), 1);
      await server.app.get(DocketClock).tick();
    },
    /** Sets the hall's clock as a server does that was down until then: what citizens and staff did in the sixty days before is played. */
    async live(day: string, wall: string) {
      const docket = server.app.get(ExampleDocket);
      const history = server.app.get(ExampleHistory);
      const ratings = server.app.get(ExampleRatings);
      docket.hold();
      await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt(day, wall, 'Asia/Shanghai'), 1);
      history.start(docket.start());
      ratings.start();
      await Promise.all([history.complete(), docket.complete(), ratings.complete()]);
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
