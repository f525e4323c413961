import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { languageOf, problemOf, type ErrorCode } from '@shouwen/contracts/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/database-away.ts';
import { Log } from '../logging/log.ts';
import { AppError } from './app-error.ts';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

const BY_FASTIFY_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
};

/** The documented code for anything thrown. Unknown things are `internal`, and only then is the cause logged. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  if (isDatabaseAway(error)) return 'unavailable';
  if (error instanceof SyntaxError) return 'malformed-json';
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && BY_FASTIFY_CODE[code]) return BY_FASTIFY_CODE[code];
  if (error instanceof HttpException && /json/i.test(error.message) && error.getStatus() === 400)
    return 'malformed-json';
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  return (typeof status === 'number' ? BY_STATUS[status] : undefined) ?? 'internal';
}

/** Turns everything thrown into an RFC 9457 problem body with a sentence that says what to do; leaks nothing else. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const code = codeOf(error);
    if (code === 'internal' || code === 'unavailable')
      this.log.error({ error, request: request.id, route: request.routeOptions.url }, code);
    const more = error instanceof AppError ? error.more : {};
    const problem = problemOf(code, languageOf(request.headers['accept-language']), String(request.id), more);
    if (code === 'too-many-requests' || code === 'unavailable') void reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}
