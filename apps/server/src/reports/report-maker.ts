import { Injectable } from '@nestjs/common';
import { chartPicture, type Picture } from './chart-picture.ts';
import { excelFile } from './excel-file.ts';
import { type Progress, type ReportAsked, ReportFiguresService } from './report-figures.service.ts';
import type { ChartBlock } from './report-model.ts';
import { reportOf } from './report-text.ts';
import { wordFile } from './word-file.ts';

export interface MadeReport {
  docx: Buffer;
  xlsx: Buffer;
  /** The event up to which its figures are right. */
  seq: number;
}

/** Makes a report: gathers its figures once, draws its charts, writes both files. */
@Injectable()
export class ReportMaker {
  constructor(private readonly figures: ReportFiguresService) {}

  async make(asked: ReportAsked, progress: Progress): Promise<MadeReport> {
    const figures = await this.figures.gather(asked, (share) => progress(share));
    const report = reportOf(figures);
    await progress(0.7);
    const pictures = new Map<ChartBlock, Picture>();
    for (const block of report.blocks) {
      if (block.type !== 'chart') continue;
      const picture = await chartPicture(block);
      if (picture) pictures.set(block, picture);
      await progress(0.8);
    }
    const docx = await wordFile(report, pictures);
    await progress(0.9);
    return { docx, xlsx: await excelFile(report), seq: figures.whole.seq };
  }
}
