import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StandardRecord, Standards } from '@shouwen/contracts/views/settings.schema';
import { proposeStandard } from '@shouwen/domain/handling/propose-standard';
import { SERVING_OUTCOMES } from '@shouwen/domain/ticket/ticket';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';

interface Row {
  matter_id: string;
  servings: number;
  over: number;
  median_ms: number;
  p80_ms: number;
}

/** Handling as DOMAIN §9 counts it: arrival at the window to the clerk's end of it, holds left out. */
export const HANDLING = `select matter_id, count(*)::int as servings,
    (count(*) filter (where ms > ($5::jsonb ->> matter_id)::bigint * 1000))::int as over,
    percentile_disc(0.5) within group (order by ms) as median_ms, percentile_disc(0.8) within group (order by ms) as p80_ms
  from (select matter_id, (extract(epoch from ended_at - started_at) * 1000)::bigint - held_ms as ms from serving
    where hall_id = $1 and day >= $2 and day <= $3 and ended_at is not null and ending = any($4) and matter_id is not null) as of_matter
  group by matter_id`;

/** How long each matter really takes at the window, beside its standard (办理标准与实际). */
@Injectable()
export class StandardsService {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
  ) {}

  async view(hallId: string, days: number): Promise<Standards> {
    const { seq, published, rules } = await this.catalogues.current(hallId);
    const until = serviceDayOf(this.clocks.now(hallId), rules.hall.timeZone, rules.hall.dayStartsAt);
    const from = addDays(until, 1 - days);
    const standards = Object.fromEntries(published.matters.map(({ id, handlingStandardSeconds: s }) => [id, s]));
    const [rows, cases] = await Promise.all([
      this.database.query(HANDLING, [hallId, from, until, SERVING_OUTCOMES, JSON.stringify(standards)]) as Promise<
        Row[]
      >,
      this.openCases(hallId),
    ]);
    const known = new Map(rows.map((row) => [row.matter_id, row]));
    return {
      from,
      until,
      catalogueSeq: seq,
      matters: published.matters.map((matter) => toRecord(matter, known.get(matter.id), cases.get(matter.id) ?? 0)),
    };
  }

  private async openCases(hallId: string): Promise<Map<string, number>> {
    const rows = (await this.database.query(
      'select matter_id as id, count(*)::int as n from case_file where hall_id = $1 and ended_at is null group by 1',
      [hallId],
    )) as { id: string; n: number }[];
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
}

function toRecord(
  { id, handlingStandardSeconds }: { id: string; handlingStandardSeconds: number },
  row: Row | undefined,
  openCases: number,
): StandardRecord {
  const { servings = 0, over = 0, median_ms: medianMs = null, p80_ms: p80Ms = null } = row ?? {};
  const proposal = proposeStandard({ standardSeconds: handlingStandardSeconds, servings, over, p80Ms });
  return {
    matterId: id,
    standardSeconds: handlingStandardSeconds,
    servings,
    over,
    medianMs,
    p80Ms,
    finding: proposal?.finding ?? null,
    proposedSeconds: proposal?.seconds ?? null,
    openCases,
  };
}
