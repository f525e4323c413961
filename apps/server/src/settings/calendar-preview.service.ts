import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import type { CalendarPreview } from '@shouwen/contracts/views/settings.schema';
import type { CaseFile } from '@shouwen/domain/case/case';
import { movedBy, type DeadlineMove } from '@shouwen/domain/case/moved';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { officer } from '../docket/present.ts';
import { openCases } from '../docket/open-cases.ts';

/** So many cases are named; all are counted. */
const NAMED = 200;

type Moved = Pick<CaseFile, 'id' | 'contactId' | 'matterId'> & { moves: DeadlineMove[] };
const first = ({ moves }: Moved): number => Math.min(...moves.map(({ from }) => from));

/** Which open cases a change of the calendar would move, before it is saved (日历变更预览). */
@Injectable()
export class CalendarPreviewService {
  constructor(
    private readonly database: DataSource,
    private readonly reader: DocketReader,
    private readonly catalogues: CatalogueService,
  ) {}

  /** Errors as for saving the change. */
  async preview(hallId: string, changes: readonly CatalogueChange[]): Promise<CalendarPreview> {
    const { catalogue, context } = await this.reader.present(hallId);
    const next = await this.catalogues.preview(hallId, changes);
    const after = { ...context, catalogue: next.rules, calendar: next.workCalendar };
    const counts = { open: 0, confirmed: 0, warnings: 0 };
    const moved: Moved[] = [];
    for await (const files of openCases(this.database, hallId)) {
      counts.open += files.length;
      for (const file of files) {
        const found = movedBy(file, catalogue.rules, after);
        if (!found) continue;
        if (found.moves.length > 0) {
          const { id, contactId, matterId } = file;
          moved.push({ id, contactId, matterId, moves: found.moves });
        } else if (found.confirmed) counts.confirmed += 1;
        else counts.warnings += 1;
      }
    }
    const named = moved.sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1)).slice(0, NAMED);
    const answerable = await this.answerable(
      hallId,
      named.map(({ contactId }) => contactId),
    );
    return {
      ...counts,
      moved: moved.length,
      cases: named.map(({ id, contactId, matterId, moves }) => ({
        caseId: id,
        contactId,
        matterId,
        answerable: officer(answerable.get(contactId) ?? '', catalogue),
        moves,
      })),
    };
  }

  private async answerable(hallId: string, contactIds: readonly string[]): Promise<Map<string, string>> {
    const rows = (await this.database.query(
      'select id, answerable_id from first_contact where hall_id = $1 and id = any($2)',
      [hallId, contactIds],
    )) as { id: string; answerable_id: string }[];
    return new Map(rows.map((row) => [row.id, row.answerable_id]));
  }
}
