import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import type { Config } from './platform/config/config.ts';
import { createDataSource, migrate } from './platform/database/data-source.ts';
import { ErrorFilter } from './platform/http/error.filter.ts';
import { Keys } from './platform/keys/keys.ts';
import { Log } from './platform/logging/log.ts';
import { takeBytes } from './platform/http/upload.ts';
import { servePages } from './platform/pages/pages.ts';

/** Largest request body, bytes; a file of a case has its hall's own limit. */
const BODY_LIMIT = 256 * 1024;

const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // antd writes its styles at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    // `blob:`: a picture that somebody opened stays in the page's memory, never in its cache.
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", 'ws:', 'wss:'],
    mediaSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    frameAncestors: ["'self'"],
  },
};

/** Builds the server on a database URL: migrates, connects, wires. Not listening yet. */
export async function createApp(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  await migrate(databaseUrl);
  const dataSource = createDataSource({ url: databaseUrl, poolSize: config.poolSize });
  await dataSource.initialize();
  const keys = await Keys.load(config.dataDir);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID().slice(0, 13),
    trustProxy: 'loopback',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, dataSource, keys), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  app.useWebSocketAdapter(new IoAdapter(app));
  app.enableShutdownHooks([]);
  await app.register(fastifyCookie as never);
  await app.register(
    fastifyHelmet as never,
    {
      contentSecurityPolicy: CONTENT_POLICY,
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
      crossOriginOpenerPolicy: false,
    } as never,
  );
  await servePages(adapter.getInstance() as never);
  document(app);
  answerEverything(app);
  await app.init();
  // Commands are JSON or nothing: the adapter's other parsers would let a form or plain text through.
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
  takeBytes(fastify);
  return app;
}

function document(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Shouwen 首问')
    .setDescription(
      'Public-service hall queue and window performance. Moments are milliseconds since 1970 UTC; errors are RFC 9457 problem bodies.',
    )
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('/api/docs', app, () => SwaggerModule.createDocument(app, about), {
    jsonDocumentUrl: '/api/openapi.json',
  });
}

/** Errors that arise before Nest sees a request (parser, size, unknown route) get the same problem body. */
function answerEverything(app: NestFastifyApplication): void {
  const filter = new ErrorFilter(app.get(Log));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    filter.answer(error, request, reply),
  );
}
