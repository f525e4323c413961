import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { StaffAccess } from '../access/staff-access.service.ts';
import { createApp } from '../app.ts';
import { changesFrom } from '../catalogue/catalogue-folder.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallLog } from '../hall-log/hall-log.ts';
import { AppError } from '../platform/http/app-error.ts';
import { withDatabase } from './with-database.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run load-hall -- DIR`: makes a hall from a folder, or brings one up to date; beside a running server, or alone. */
export async function loadHall(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    say(
      'Which folder? npm run load-hall -- DIR, with hall.json, zones.json … as in apps/server/src/catalogue/seed/qingshi',
    );
    return 2;
  }
  const changes = await changesFrom(pathToFileURL(`${resolve(folder)}/`));
  const hallId = changes[0]!.id;
  return withDatabase(async (config, url) => {
    const app = await createApp({ ...config, logLevel: 'error' }, url);
    try {
      await app.get(HallLog).begin(hallId);
      await app.get(CatalogueService).change(hallId, changes, 'installer', { grants: true });
      const accounts = await app.get(StaffAccess).makeFirstAccounts(hallId);
      say(`Hall ${hallId} is loaded: ${changes.length} items.`);
      if (accounts.length > 0) say('First passwords, shown once — hand them over and have them changed:');
      for (const { username, password } of accounts) say(`  ${username}  ${password}`);
      return 0;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      say(`Nothing was loaded: ${error.code} ${JSON.stringify(error.more)}`);
      return 1;
    } finally {
      await app.close();
    }
  });
}
