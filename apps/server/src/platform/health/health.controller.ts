import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Unlisted } from '../http/unlisted.decorator.ts';

/** For watchdogs: `live` says that the process answers, `ready` that it can also write. */
@ApiExcludeController()
@Controller('/api/health')
export class HealthController {
  constructor(private readonly database: DataSource) {}

  @Get('live')
  @Unlisted()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Unlisted()
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'ok' | 'away'; database: 'up' | 'down' }> {
    try {
      await this.database.query('select 1');
      return { status: 'ok', database: 'up' };
    } catch {
      void reply.status(503);
      return { status: 'away', database: 'down' };
    }
  }
}
