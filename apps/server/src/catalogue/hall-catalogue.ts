import { alarmRulesOf, type AlarmRules } from '@shouwen/domain/alarm/rules';
import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { WorkCalendar } from '@shouwen/domain/calendar/work-calendar';
import { ITEM_FAULTS, type ItemFaultCode } from '@shouwen/domain/catalogue/item-faults';
import type { ScoreCard } from '@shouwen/domain/score/card';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { windowOn } from '@shouwen/domain/window/moved';
import { queueStandardSeconds } from '@shouwen/domain/queue/standard';
import {
  CATALOGUE_KINDS,
  type CatalogueKind,
  type PublicCatalogue,
  type Staff,
} from '@shouwen/contracts/catalogue/catalogue.schema';
import { currentCauseRules, type CauseRules } from '@shouwen/contracts/catalogue/cause-rules.schema';
import { checklistsOf } from '@shouwen/contracts/catalogue/checklist.schema';
import type { Oversight } from '@shouwen/contracts/catalogue/region.schema';
import { ratingFormsOf } from '@shouwen/contracts/catalogue/rating-form.schema';
import { AppError } from '../platform/http/app-error.ts';

/** One stored item of a hall's catalogue. */
export interface CatalogueItem {
  kind: CatalogueKind;
  id: string;
  item: Record<string, unknown>;
}

/** The catalogue of one hall as of an event: the published content, the staff, and what the rules need of it. */
export interface HallCatalogue {
  seq: number;
  published: PublicCatalogue;
  staff: Staff[];
  rules: Catalogue;
  /** How the hall watches the nine measures of its alarms. */
  alarms: AlarmRules;
  /** Score cards that the hall has published, by the month from which each holds. */
  scoreCards: ScoreCard[];
  /** What names a cause in words of citizens, as of now. */
  causes: CauseRules;
  /** Who of its staff oversees which regions, by their id. */
  oversight: Readonly<Record<string, Oversight>>;
  /** Working days as this hall counts them. */
  workCalendar: WorkCalendar;
  /** Mean handling standard per queue, seconds. */
  standards: Readonly<Record<string, number>>;
}

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** Reads items back into a catalogue. Throws `catalogue-conflict` when they do not fit each other. */
export function assemble(seq: number, items: readonly CatalogueItem[]): HallCatalogue {
  const of = <K extends CatalogueKind>(kind: K) =>
    items.filter((item) => item.kind === kind).map((item) => parseItem(kind, item.item));
  const [hall] = of('hall');
  if (!hall) throw new AppError('unknown-hall');
  const [departments, zones, queues, windows] = [of('department'), of('zone'), of('queue'), of('window')];
  const [matters, staff, notices, calendar] = [of('matter'), of('staff'), of('notice'), of('calendar')];
  const [yearTables, leaves] = [of('year-table'), of('leave')];
  const questionnaires = of('questionnaire');
  const ratingForms = ratingFormsOf(of('rating-form'));
  const checklists = checklistsOf(of('checklist'));
  windows.sort((a, b) => a.number - b.number);
  const published: PublicCatalogue = {
    seq,
    hall,
    departments,
    zones,
    queues,
    windows,
    matters,
    notices,
    calendar,
    yearTables,
    ratingForms,
    checklists,
    questionnaires,
    faqs: of('faq'),
  };
  const rules: Catalogue = {
    hall,
    queues: byId(queues),
    windows: byId(windows),
    matters: byId(matters),
    staff: byId(staff),
    departments: byId(departments),
    leaves: byId(leaves),
    yearTables,
    questionnaires: byId(
      questionnaires.map(({ questions, ...rest }) => ({
        ...rest,
        questions: questions.map(({ options, ...question }) => ({ ...question, options: options.map(({ id }) => id) })),
      })),
    ),
    ratingForms: Object.fromEntries(
      ratingForms.map(({ version, dimensions, labels }) => [
        version,
        { version, dimensions: dimensions.map(({ id }) => id), labels: labels.map(({ id }) => id) },
      ]),
    ),
    checklists: Object.fromEntries(
      checklists.map(({ version, points }) => [version, { version, points: points.map(({ id }) => id) }]),
    ),
    calendar: Object.fromEntries(calendar.map((entry) => [entry.day, entry])),
  };
  const standards = Object.fromEntries(queues.map(({ id }) => [id, queueStandardSeconds(id, rules.matters)]));
  const workCalendar = workCalendarOf(rules);
  return {
    seq,
    published,
    staff,
    rules,
    causes: currentCauseRules(of('cause-rules')),
    alarms: alarmRulesOf(of('alarm')),
    scoreCards: of('score-card'),
    oversight: byId(of('oversight')),
    workCalendar,
    standards,
  };
}

/** A catalogue as it is on a day: windows that were moved for it take the queues that they were moved to. */
export function onDay(catalogue: HallCatalogue, day: ServiceDay): HallCatalogue {
  const { published, rules } = catalogue;
  const isQueue = (id: string) => Object.hasOwn(rules.queues, id);
  const windows = published.windows.map((window) => windowOn(window, day, isQueue));
  return { ...catalogue, published: { ...published, windows }, rules: { ...rules, windows: byId(windows) } };
}

/** Halls that count alike share one calendar: it is 200 kB, and a province has 5,000 halls. */
const calendars = new Map<string, WorkCalendar>();
const MOST_CALENDARS = 256;

function workCalendarOf({
  hall: { nationalCalendar },
  calendar: overrides,
  yearTables: tables,
}: Catalogue): WorkCalendar {
  const days = Object.values(overrides).map(({ day, kind, working }) => [day, kind, working]);
  const key = JSON.stringify([nationalCalendar, days.sort(), tables]);
  let known = calendars.get(key);
  if (!known) {
    if (calendars.size >= MOST_CALENDARS) calendars.clear();
    known = new WorkCalendar({ nationalCalendar, overrides, tables });
    calendars.set(key, known);
  }
  return known;
}

type ItemOf<K extends CatalogueKind> = (typeof CATALOGUE_KINDS)[K]['_output'];

const isFault = (message: string): message is ItemFaultCode => (ITEM_FAULTS as readonly string[]).includes(message);

/** An item of the catalogue, checked by its schema; throws the fault that it shows, or `invalid-input`, naming the fields. */
export function parseItem<K extends CatalogueKind>(kind: K, item: unknown): ItemOf<K> {
  const result = CATALOGUE_KINDS[kind].safeParse(item);
  if (result.success) return result.data as ItemOf<K>;
  const fields = result.error.issues.map((issue) => ({
    path: [kind, ...issue.path].join('.'),
    message: issue.message,
  }));
  for (const issue of result.error.issues) {
    if (!isFault(issue.message)) continue;
    const day = issue.code === 'custom' ? (issue.params?.['day'] as string | undefined) : undefined;
    throw new AppError(issue.message, { fields, ...(day === undefined ? {} : { figures: { day } }) });
  }
  throw new AppError('invalid-input', { fields });
}

/** What in a catalogue contradicts itself; empty when all references hold. */
export function contradictions({ published: c, staff, rules }: HallCatalogue): string[] {
  const found: string[] = [];
  const need = (ok: boolean, what: string) => (ok ? undefined : found.push(what));
  const has = (list: { id: string }[], id: string | null) => id === null || list.some((item) => item.id === id);
  const unique = (values: (string | number)[], what: string) =>
    need(new Set(values).size === values.length, `${what} used twice`);
  unique(
    c.queues.map((queue) => queue.letter),
    'queue letter',
  );
  unique(
    c.windows.map((window) => window.number),
    'window number',
  );
  unique(
    staff.map((person) => person.username),
    'user name',
  );
  for (const queue of c.queues) {
    need(has(c.zones, queue.zoneId), `queue ${queue.id}: zone ${queue.zoneId}`);
    need(has(c.departments, queue.departmentId), `queue ${queue.id}: department ${queue.departmentId}`);
  }
  for (const window of c.windows) {
    need(has(c.zones, window.zoneId), `window ${window.id}: zone ${window.zoneId}`);
    for (const id of [...window.firstQueues, ...window.secondQueues])
      need(has(c.queues, id), `window ${window.id}: queue ${id}`);
  }
  for (const matter of c.matters) {
    need(has(c.queues, matter.queueId), `matter ${matter.id}: queue ${matter.queueId}`);
    need(has(c.departments, matter.departmentId), `matter ${matter.id}: department ${matter.departmentId}`);
  }
  for (const faq of c.faqs) need(has(c.matters, faq.matterId), `faq ${faq.id}: matter ${faq.matterId}`);
  for (const person of staff) {
    need(has(staff, person.standInId) && person.standInId !== person.id, `staff ${person.id}: stand-in`);
    need(has(c.windows, person.homeWindowId), `staff ${person.id}: window ${person.homeWindowId}`);
  }
  for (const leave of Object.values(rules.leaves))
    need(has(staff, leave.staffId), `leave ${leave.id}: ${leave.staffId}`);
  for (const department of c.departments)
    need(has(staff, department.headId), `department ${department.id}: head ${department.headId}`);
  return found;
}
