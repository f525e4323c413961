import { Controller, Req } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/notice.operations';
import type { FastifyRequest } from 'fastify';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { NoticeReads } from './notice-reads.service.ts';

type Op = typeof operations;

/** What becomes of notices (信息公开). */
@Controller()
export class NoticeController {
  constructor(private readonly reads: NoticeReads) {}

  @Handles(operations.openNotice)
  open(@Input() { params }: InputOf<Op['openNotice']>, @Req() request: FastifyRequest) {
    return this.reads.open(params.hallId, params.noticeId, request);
  }

  @Handles(operations.listNoticeReads)
  list(@Input() { params }: InputOf<Op['listNoticeReads']>) {
    return this.reads.of(params.hallId);
  }
}
