import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { CONFIG, type Config } from '../config/config.ts';

/** The server's own log (pino, JSON lines). Never a name, a code or a token: paths that could hold one are removed. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Logger;

  constructor(@Inject(CONFIG) config: Config) {
    this.pino = pino({
      level: config.logLevel,
      redact: ['*.password', '*.token', '*.cookie', '*.authorization'],
      serializers: { error: pino.stdSerializers.err },
    });
  }

  log(message: unknown, context?: unknown): void {
    this.pino.info({ context }, String(message));
  }
  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }
  error(fields: unknown, message?: unknown): void {
    if (typeof fields === 'object' && fields !== null) this.pino.error(fields, String(message ?? ''));
    else this.pino.error({ stack: message }, String(fields));
  }
  warn(fields: unknown, message?: unknown): void {
    if (typeof fields === 'object' && fields !== null) this.pino.warn(fields, String(message ?? ''));
    else this.pino.warn(String(fields));
  }
  debug(message: unknown): void {
    this.pino.debug(String(message));
  }
  verbose(message: unknown): void {
    this.pino.trace(String(message));
  }
}
