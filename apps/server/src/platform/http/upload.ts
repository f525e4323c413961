import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import contentDisposition from 'content-disposition';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { AppError } from './app-error.ts';

/** Longest name that is kept. */
const LONGEST_NAME = 200;

/** A file on its way in: nothing of it is read yet. */
export interface IncomingFile {
  name: string;
  content: Readable;
  /** What the caller says; believed only to refuse early. */
  length: number | null;
}

/**
 * Lets bytes through unread: the guard decides first, so nobody can fill the memory of a server that does not know them. Who takes the
 * file limits it.
 */
export function takeBytes(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

function nameOf(header: string | undefined): string {
  try {
    const name = header === undefined ? '' : contentDisposition.parse(header).parameters['filename'];
    // A path says nothing of the file, and control characters nothing to anybody.
    return (name ?? '')
      .replace(/^.*[/\\]/, '')
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(-LONGEST_NAME);
  } catch {
    throw new AppError('invalid-input', { fields: [{ path: 'headers.content-disposition', message: 'not readable' }] });
  }
}

/** The file that an operation takes. */
export const Upload = createParamDecorator((_data: unknown, context: ExecutionContext): IncomingFile => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const length = Number(request.headers['content-length']);
  return {
    name: nameOf(request.headers['content-disposition']),
    content: request.body as Readable,
    length: Number.isFinite(length) ? length : null,
  };
});

/**
 * The whole content; `null` when it is longer than `most` bytes. What is too long is read to its end and dropped: cut off, the caller
 * would see a broken line instead of the answer. Errors: `invalid-input` when the line broke.
 */
export async function readUpTo({ content, length }: IncomingFile, most: number): Promise<Buffer | null> {
  if (length !== null && length > most) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    throw new AppError('invalid-input', { fields: [{ path: 'body', message: 'the line broke' }] });
  }
  return size > most ? null : Buffer.concat(chunks);
}
