import { WorkCalendar } from '@shouwen/domain/calendar/work-calendar';
import type { OpenedKind } from '@shouwen/domain/case/case';
import { DEFAULT_FILES } from '@shouwen/domain/case/case-files';
import { DEFAULT_LIMITS } from '@shouwen/domain/case/limits';
import type { Catalogue, Leave, MatterRule, Role } from '@shouwen/domain/catalogue/catalogue';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { isTurnedDown, type DocketContext } from '@shouwen/domain/docket/context';
import { decideDocket } from '@shouwen/domain/docket/decide';
import type { DocketEvent } from '@shouwen/domain/docket/events';
import { docketChanges } from '@shouwen/domain/docket/evolve';
import { applyDocket, emptyDocket, type MutableDocket } from '@shouwen/domain/docket/state';
import type { DocketRefusal } from '@shouwen/domain/docket/refusals';
import { instantAt } from '@shouwen/domain/time/zoned';

export const TIME_ZONE = 'Asia/Shanghai';

/** A moment by day and wall clock of the hall: `moment('2026-02-12', '09:30')`. */
export const moment = (day: string, wall = '10:00'): number => instantAt(day, wall, TIME_ZONE);

const person = (id: string, role: Role, departmentId: string | null, standInId: string | null) => ({
  id,
  role,
  departmentId,
  standInId,
});

const matter = (
  id: string,
  departmentId: string,
  promisedDays: number | null,
  legalDays: number | null,
): MatterRule => ({
  id,
  queueId: 'q',
  departmentId,
  kind: promisedDays === null ? 'immediate' : 'commitment',
  handlingStandardSeconds: 600,
  legalDays,
  promisedDays,
  guide: {
    version: 3,
    materials: [
      { id: 'register', minor: false },
      { id: 'card', minor: false },
      { id: 'copy', minor: true },
    ],
  },
});

/** Two departments with a head each, clerks with their stand-ins, two supervisors and a director; the national calendar. */
export const DOCKET_CATALOGUE: Catalogue = {
  hall: {
    id: 'test',
    timeZone: TIME_ZONE,
    dayStartsAt: '00:00',
    example: true,
    casePrefix: 'QS',
    limits: DEFAULT_LIMITS,
    files: DEFAULT_FILES,
    nationalCalendar: true,
    hours: [{ weekdays: [1, 2, 3, 4, 5], open: '08:30', close: '17:30' }],
  },
  queues: {},
  windows: {},
  matters: {
    school: matter('school', 'education', 15, 20),
    permit: matter('permit', 'market', 5, 20),
    short: matter('short', 'market', 1, 20),
    copy: matter('copy', 'market', null, null),
  },
  staff: Object.fromEntries(
    [
      person('li', 'clerk', 'market', 'yang'),
      person('yang', 'clerk', 'market', 'li'),
      person('hou', 'clerk', 'market', null),
      person('liu', 'clerk', 'education', 'ma'),
      person('ma', 'clerk', 'education', 'liu'),
      person('xu', 'guide', null, null),
      person('song', 'supervisor', null, 'pan'),
      person('pan', 'supervisor', null, 'song'),
      person('shen', 'director', null, 'song'),
    ].map((one) => [one.id, one]),
  ),
  departments: {
    market: { id: 'market', headId: 'hou' },
    education: { id: 'education', headId: 'ma' },
  },
  leaves: {},
  yearTables: [],
  questionnaires: {},
  ratingForms: { 1: { version: 1, dimensions: ['attitude', 'time-limit'], labels: ['told-at-once', 'sent-away'] } },
  checklists: { 1: { version: 1, points: ['posts', 'notices'] } },
  calendar: {},
};

export const NATIONAL = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });

/** A docket that commands are given to, one after another, on a clock that the test sets. */
export class TestDocket {
  docket: MutableDocket = emptyDocket() as MutableDocket;
  readonly events: DocketEvent[] = [];
  catalogue: Catalogue = DOCKET_CATALOGUE;
  calendar = NATIONAL;
  day = '2026-11-24';
  private now = moment('2026-11-24');

  clock(day: string, wall = '10:00'): this {
    this.day = day;
    this.now = moment(day, wall);
    return this;
  }

  later(minutes: number): this {
    this.now += minutes * 60_000;
    return this;
  }

  onLeave(...leaves: Omit<Leave, 'id'>[]): this {
    this.catalogue = {
      ...this.catalogue,
      leaves: Object.fromEntries(leaves.map((leave, index) => [`l${index}`, { id: `l${index}`, ...leave }])),
    };
    return this;
  }

  get context(): DocketContext {
    return { now: this.now, day: this.day, catalogue: this.catalogue, calendar: this.calendar };
  }

  try(command: DocketCommand): DocketRefusal | DocketEvent[] {
    const decision = decideDocket(this.docket, command, this.context);
    if (isTurnedDown(decision)) return decision;
    return decision.events.map((event) => {
      const placed = { ...event, seq: this.events.length + 1, day: this.day, at: this.now } as DocketEvent;
      this.events.push(placed);
      applyDocket(this.docket, docketChanges(this.docket, placed));
      return placed;
    });
  }

  /** Gives a command that must succeed. */
  do(command: DocketCommand): this {
    const answer = this.try(command);
    if ('refused' in answer) throw new Error(`${command.type}: ${answer.refused}`);
    return this;
  }

  /** The code with which a command is turned down; nothing may have changed. */
  refused(command: DocketCommand): string {
    const before = JSON.stringify(this.docket);
    const answer = this.try(command);
    if (!('refused' in answer)) return 'done';
    if (JSON.stringify(this.docket) !== before) throw new Error('a refused command changed the docket');
    return answer.refused;
  }

  /** The clock gives what is due on the only case. */
  tick(): string[] {
    const before = this.events.length;
    for (const contact of Object.values(this.docket.contacts)) {
      this.try({ type: 'fire-due', caseId: contact.caseId, contactId: contact.id });
    }
    return this.events.slice(before).flatMap((event) => (event.kind === 'card-given' ? [event.data.kind] : []));
  }

  /** Opens a case at a window; answers its number. */
  receive(
    matterId = 'permit',
    byId = 'li',
    materials = ['register', 'card', 'copy'],
    kind: OpenedKind = 'commitment',
  ): string {
    this.do({
      type: 'receive-case',
      byId,
      channel: 'window',
      contactId: null,
      matterId,
      kind,
      materials,
      ticketId: null,
      servingN: null,
      words: null,
    });
    return Object.keys(this.docket.cases).at(-1)!;
  }

  file(id: string) {
    return this.docket.cases[id]!;
  }

  contactOf(id: string) {
    return this.docket.contacts[this.file(id).contactId]!;
  }
}

/** Words as the server would have stored them. */
export const WORDS = { ref: 'words:1', commitment: 'c' };
