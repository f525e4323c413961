import { Injectable } from '@nestjs/common';
import type { CardLevel } from '@shouwen/domain/docket/card';
import { INDICATORS, type Figure } from '@shouwen/domain/indicators/indicators';
import { isOpinionLate, type CountedOpinion } from '@shouwen/domain/opinion/closing-rate';
import type { ReportPeriod } from '@shouwen/domain/report/report';
import { PART_INDICATOR, SCORE_PARTS, type ScorePart } from '@shouwen/domain/score/card';
import type { PeriodName, ScoreCourse, ScoreScope } from '@shouwen/domain/score/period';
import {
  inOrderOf,
  type CardGiven,
  type Evidence,
  type PartCount,
  type ScoreInputs,
} from '@shouwen/domain/score/sheet';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { PerformanceService } from '../performance/performance.service.ts';
import {
  againstSql,
  BREACHES_HELD,
  CARDS,
  DAYS_AT_WINDOWS,
  DEPARTMENTS,
  firstContacts,
  LISTED_PARTS,
  OPINIONS,
  overdueRows,
} from './inputs.sql.ts';

/** What is to be counted. */
export interface Counting {
  hallId: string;
  catalogue: HallCatalogue;
  scope: ScoreScope;
  period: PeriodName;
  course: ScoreCourse;
  /** Whose lists of what counts against them are wanted too: all, or these. They cost more than the counts. */
  listed: 'all' | readonly string[];
  /** Wait until every event is counted, however long that takes. */
  patient?: boolean;
}

export interface Counted {
  seq: number;
  behind: boolean;
  inputs: ReadonlyMap<string, ScoreInputs>;
}

interface Against extends Evidence {
  key: string;
}
interface CardRow {
  id: string;
  to: string;
  level: CardLevel;
  at: string;
  day: string;
  by: string | null;
}
interface Sum {
  n: number;
  against: Evidence[];
}
type Sums = Map<string, Sum>;

/** What score sheets are worked out of: figures of the indicators, and what the docket and the windows say besides. */
@Injectable()
export class ScoreInputsService {
  constructor(
    private readonly reader: DocketReader,
    private readonly performance: PerformanceService,
  ) {}

  async count(counting: Counting): Promise<Counted> {
    const { hallId, scope, period, course, patient = false } = counting;
    const { seq, behind, groups } = await this.performance.byGroup(hallId, course, scope, patient);
    const departments = await this.departments(hallId, course.until);
    const [contacts, opinions, presence, cards] = [
      await this.contacts(hallId, scope, course),
      await this.opinions(hallId, scope, course),
      await this.presence(counting, departments),
      await this.cards(counting, departments),
    ];
    const figures = new Map(groups.map((group) => [group.key, group.figures]));
    const others = [contacts, opinions, presence, cards].flatMap((map) => [...map.keys()]);
    const keys = [...new Set([...figures.keys(), ...others])].filter((key) => key !== '').sort();
    const against = await this.against(counting, counting.listed === 'all' ? keys : counting.listed, departments);
    const people = (key: string) =>
      scope === 'department' ? [...departments].filter(([id, of]) => id.startsWith('staff:') && of === key).length : 1;
    const inputs = keys.map((key): [string, ScoreInputs] => {
      const own = figures.get(key) ?? [];
      const sums: Partial<Record<ScorePart, Sum | undefined>> = {
        'first-contact': contacts.get(key),
        opinions: opinions.get(key),
        discipline: presence.get(key),
      };
      const parts = Object.fromEntries(
        SCORE_PARTS.map((part) => [part, partOf(part, own, sums[part], course, against.get(`${part} ${key}`))]),
      ) as unknown as ScoreInputs['parts'];
      const { k = 0, n = 0 } = own.find(({ id }) => id === 'early') ?? {};
      const early = { k, n };
      return [key, inOrderOf({ scope, key, period, parts, cards: cards.get(key) ?? [], early, people: people(key) })];
    });
    return { seq, behind, inputs: new Map(inputs) };
  }

  /** Departments of matters and people as they were at the end of the period. */
  private async departments(hallId: string, day: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.rows<{ id: string; department: string }>(DEPARTMENTS, [hallId, day]);
    return new Map(rows.map(({ id, department }) => [id, department]));
  }

  private async contacts(hallId: string, scope: ScoreScope, { from, until }: ReportPeriod): Promise<Sums> {
    const sums: Sums = new Map();
    if (scope === 'window') return sums;
    const rows = await this.rows<{ key: string; ref: string; day: string; late: boolean }>(firstContacts(scope), [
      hallId,
      from,
      until,
    ]);
    for (const { key, ref, day, late } of rows) add(sums, key, late ? { ref, subject: ref, day } : null);
    return sums;
  }

  private async opinions(hallId: string, scope: ScoreScope, { from, until }: ReportPeriod): Promise<Sums> {
    const sums: Sums = new Map();
    if (scope === 'window') return sums;
    const rows = await this.rows<
      Record<'person' | 'department', string | null> & { id: string; day: string; body: unknown }
    >(OPINIONS, [hallId, from, until]);
    for (const { id, day, body, ...row } of rows) {
      const ref = `contact:${id}`;
      add(sums, row[scope] ?? '', isOpinionLate(body as CountedOpinion) ? { ref, subject: ref, day } : null);
    }
    return sums;
  }

  /** Days at a window, and those with an absence from it or a breach of discipline that stands: one day counts once. */
  private async presence(
    { hallId, scope, course: { from, until }, catalogue }: Counting,
    departments: ReadonlyMap<string, string>,
  ): Promise<Sums> {
    const rows = await this.rows<{ person: string; window: string; day: string; away: number | null }>(
      DAYS_AT_WINDOWS,
      [hallId, from, until],
    );
    const days = new Map<string, { key: string; evidence: Evidence | null }>();
    for (const { person, window, day, away } of rows) {
      const who = scope === 'window' ? window : person;
      const key = scope === 'department' ? (departments.get(`staff:${person}`) ?? '') : who;
      const evidence = away === null ? null : { ref: `event:${away}`, subject: `window:${window}`, day };
      const before = days.get(`${who} ${day}`)?.evidence ?? null;
      const first = before && evidence ? (before.ref < evidence.ref ? before : evidence) : (before ?? evidence);
      days.set(`${who} ${day}`, { key, evidence: first });
    }
    const { timeZone } = catalogue.published.hall;
    const held =
      scope === 'window'
        ? []
        : await this.rows<{ id: string; person: string; day: string }>(BREACHES_HELD, [hallId, from, until, timeZone]);
    for (const { id, person, day } of held) {
      const place = `${person} ${day}`;
      if (days.get(place)?.evidence) continue;
      const key = scope === 'department' ? (departments.get(`staff:${person}`) ?? '') : person;
      const name = `conduct:${id}`;
      days.set(place, { key, evidence: { ref: name, subject: name, day } });
    }
    const sums: Sums = new Map();
    for (const { key, evidence } of days.values()) add(sums, key, evidence);
    return sums;
  }

  private async cards(
    { hallId, scope, course, catalogue }: Counting,
    departments: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, CardGiven[]>> {
    const given = new Map<string, CardGiven[]>();
    if (scope === 'window') return given;
    const { timeZone } = catalogue.published.hall;
    for (const { id, at, ...row } of await this.rows<CardRow>(CARDS, [hallId, course.from, course.until, timeZone])) {
      const key = scope === 'person' ? row.to : (departments.get(`staff:${row.to}`) ?? '');
      // Its place in the log, not what it hangs on: that may be about whoever looks.
      given.set(key, [...(given.get(key) ?? []), { ...row, at: Number(at), ref: `card:${id}`, subject: `card:${id}` }]);
    }
    return given;
  }

  private async against(
    { hallId, scope, course, catalogue }: Counting,
    keys: readonly string[],
    departments: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, Evidence[]>> {
    const found = new Map<string, Evidence[]>();
    if (keys.length === 0) return found;
    const put = (part: ScorePart, rows: readonly Against[]) => {
      for (const { key, ...evidence } of rows) {
        const id = `${part} ${key}`;
        found.set(id, [...(found.get(id) ?? []), evidence]);
      }
    };
    const of = (kind: string) =>
      JSON.stringify(
        Object.fromEntries(
          [...departments].flatMap(([id, department]) =>
            id.startsWith(kind) ? [[id.slice(kind.length), department]] : [],
          ),
        ),
      );
    const { timeZone } = catalogue.published.hall;
    const asked = [hallId, course.from, course.until, timeZone, of('matter:'), of('staff:'), NOBODY, keys];
    for (const part of LISTED_PARTS) {
      if (part === 'on-time' && scope === 'window') continue;
      put(part, await this.rows<Against>(againstSql(part, scope), asked));
    }
    if (scope !== 'window')
      put('on-time', await this.rows<Against>(overdueRows(scope), [hallId, course.until, timeZone, keys]));
    return found;
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.reader.database.query(sql, parameters)) as T[];
  }
}

function add(sums: Sums, key: string, evidence: Evidence | null): void {
  const sum = sums.get(key) ?? { n: 0, against: [] };
  sum.n += 1;
  if (evidence) sum.against.push(evidence);
  sums.set(key, sum);
}

/** A part as so many good of so many: by its indicator where it has one, otherwise by what was counted here. */
function partOf(
  part: ScorePart,
  figures: readonly Figure[],
  sum: Sum | undefined,
  { stage }: ScoreCourse,
  against: readonly Evidence[] = [],
): PartCount {
  const indicator = INDICATORS.find(({ id }) => id === PART_INDICATOR[part]);
  if (!indicator) return sum ? { k: sum.n - sum.against.length, n: sum.n, against: sum.against } : NOTHING;
  // As long as a serving can be rated, what is added tells how somebody rated (DOMAIN §10): ratings count when none can come any more.
  if (part === 'ratings' && (stage === 'running' || stage === 'counting')) return NOTHING;
  const figure = figures.find(({ id }) => id === indicator.id);
  if (!figure || figure.n === 0) return NOTHING;
  const { k, n } = figure;
  return { k: indicator.better === 'less' ? n - k : k, n, against };
}
/** Whose ratings are left out of lists: nobody’s. No member of staff is called this. */
const NOBODY = '-';
const NOTHING: PartCount = { k: 0, n: 0, against: [] };
