import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = (app: string): string => fileURLToPath(new URL(`../../../../${app}/dist/`, import.meta.url));

/** Which built front end answers which addresses. */
const PAGES = [
  {
    app: 'kiosk',
    paths: ['/kiosk', '/display', '/pad', '/t/:code', '/progress', '/matter/:hall/:matter', '/public', '/public/*'],
    folders: ['/assets/kiosk/', '/voice/'],
  },
  { app: 'dashboard', paths: ['/dashboard', '/dashboard/*'], folders: ['/assets/dashboard/'] },
] as const;

/** Serves the built front ends on the server's one port: pages never cached, hashed assets for a year. */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  let first = true;
  for (const { app, paths, folders } of PAGES) {
    const root = built(app);
    for (const folder of folders) {
      if (!existsSync(`${root}${folder}`)) continue;
      await fastify.register(fastifyStatic, {
        root: `${root}${folder}`,
        prefix: folder,
        decorateReply: first,
        immutable: folder.startsWith('/assets/'),
        maxAge: folder.startsWith('/assets/') ? 365 * 86_400_000 : 3_600_000,
      });
      first = false;
    }
    for (const path of paths) {
      fastify.get(path, async (_request, reply) => {
        const page = await readFile(`${root}index.html`, 'utf8');
        return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
      });
    }
  }
  fastify.get('/', (_request, reply) => reply.redirect('/kiosk'));
}
