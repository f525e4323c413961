import { Controller, Header, StreamableFile } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import * as operations from '@shouwen/contracts/http/report.operations';
import type { ReportFormat } from '@shouwen/contracts/views/report.schema';
import contentDisposition from 'content-disposition';
import { staffOf } from '../docket/docket-commands.ts';
import { ByCaller, type Caller } from '../platform/http/caller.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { ReportsService } from './reports.service.ts';
import { TITLES } from './words.ts';

type Op = typeof operations;

const TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Reports on a period: asked for, watched, downloaded. */
@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Handles(operations.makeReport)
  make(@Input() { params, body }: InputOf<Op['makeReport']>, @ByCaller() caller: Caller) {
    return this.reports.ask(params.hallId, staffOf(caller), body);
  }

  @Handles(operations.listReports)
  list(@Input() { params }: InputOf<Op['listReports']>, @ByCaller() caller: Caller) {
    return this.reports.list(params.hallId, staffOf(caller));
  }

  @Handles(operations.downloadReport)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  async download(
    @Input() { params, query }: InputOf<Op['downloadReport']>,
    @ByCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const { format } = query;
    const { report, content } = await this.reports.file(params.hallId, staffOf(caller), params.reportId, format);
    const { kind, from, until } = report;
    const name = `${TITLES[kind]} ${from === until ? from : `${from} 至 ${until}`}.${format}`;
    return new StreamableFile(content, {
      type: TYPES[format],
      disposition: contentDisposition(name, { type: 'attachment' }),
      length: content.length,
    });
  }
}
