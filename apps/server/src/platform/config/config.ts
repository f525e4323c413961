import { z } from 'zod';
import { resolve } from 'node:path';

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on; all by default, since kiosks and displays are other machines. */
  HOST: z.string().default('0.0.0.0'),
  /** Where the embedded database, keys and published heads live. */
  HALL_DATA: z.string().default('./data'),
  /** Own PostgreSQL instead of the embedded one. */
  DATABASE_URL: z.string().url().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Address under which phones reach the server; on the slip's code. */
  PUBLIC_URL: z.string().url().optional(),
  /** Bucket for the files of cases instead of HALL_DATA/files; address, key and secret, or none. */
  FILES_S3_URL: z.string().url().optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_KEY_ID: z.string().min(1).optional(),
  FILES_S3_SECRET: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Load the example hall at the first start: `yes` or `no`; in production `no` unless asked for. */
  EXAMPLE_HALL: z.enum(['yes', 'no']).optional(),
});

/** The server's settings, read once from the environment. */
export interface Config {
  production: boolean;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  poolSize: number;
  publicUrl: string | undefined;
  logLevel: string;
  exampleHall: boolean;
  /** Where files go instead of beside the database. */
  s3: { url: string; region: string; accessKeyId: string; secretAccessKey: string } | null;
}

export const CONFIG = Symbol('config');

/** Reads and checks the environment; throws with the name of the variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Setting not usable — ${what}`);
  }
  const value = parsed.data;
  const production = value.NODE_ENV === 'production';
  return {
    production,
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.HALL_DATA),
    databaseUrl: value.DATABASE_URL,
    poolSize: value.DATABASE_POOL,
    publicUrl: value.PUBLIC_URL,
    logLevel: value.LOG_LEVEL,
    s3: s3Of(value),
    exampleHall: value.EXAMPLE_HALL ? value.EXAMPLE_HALL === 'yes' : !production,
  };
}

function s3Of(value: z.output<typeof environment>): Config['s3'] {
  const { FILES_S3_URL: url, FILES_S3_REGION: region, FILES_S3_KEY_ID: id, FILES_S3_SECRET: secret } = value;
  if (url && id && secret) return { url, region, accessKeyId: id, secretAccessKey: secret };
  if (url || id || secret)
    throw new Error('Setting not usable — FILES_S3_URL, FILES_S3_KEY_ID, FILES_S3_SECRET: all or none');
  return null;
}
