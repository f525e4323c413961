import { rm } from 'node:fs/promises';

export default async function teardown() {
  const { postgres, dataDir } = globalThis.shouwenPostgres;
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
