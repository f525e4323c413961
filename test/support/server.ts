import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/server/src/app.ts';
import { StaffAccess } from '../../apps/server/src/access/staff-access.service.ts';
import { CatalogueService } from '../../apps/server/src/catalogue/catalogue.service.ts';
import { HallLog } from '../../apps/server/src/hall-log/hall-log.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { planHall, type HallPlan } from './hall-builder.ts';

/** A whole server on a database of its own, in this process. */
export interface TestServer {
  app: NestFastifyApplication;
  url: string;
  dataDir: string;
  /** Makes a hall as the installer would, with example accounts for its staff. */
  makeHall(plan: HallPlan): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server on a free port. */
export async function startTestServer(databaseUrl: string, env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-test-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    HALL_DATA: dataDir,
    LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createApp(config, databaseUrl);
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    async makeHall(plan) {
      await app.get(HallLog).begin(plan.id);
      await app.get(CatalogueService).change(plan.id, planHall(plan), 'installer');
      await app.get(StaffAccess).makeExampleAccounts(plan.id);
    },
    async stop() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
