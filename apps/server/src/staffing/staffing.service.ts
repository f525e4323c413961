import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { proposeStaffing, viewStaffing } from '@shouwen/contracts/http/staffing.operations';
import type { StaffingProposal, StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { onDuty } from '@shouwen/domain/first-contact/duty';
import { readRoster, rosterFault, rosterText, windowHours } from '@shouwen/domain/staffing/roster';
import { Setting } from '@shouwen/domain/staffing/setting';
import { usualRoster } from '@shouwen/domain/staffing/usual';
import { nextOpening, openSpan } from '@shouwen/domain/time/opening-hours';
import { addDays, instantAt, isDay } from '@shouwen/domain/time/zoned';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { readLessons } from './past-days.ts';
import { Simulations } from './simulations.ts';

/** Simulated days of one answer. */
const DRAWS = 200;
/** A proposed roster keeps the promise on this share of simulated days. */
const CONFIDENCE = 0.8;
/** A search is answered with how far it is when it is not over after this time, ms. */
const PATIENCE_MS = 500;
/** A day may be so far from today. */
const FARTHEST_DAYS = 370;

type Asked = InputOf<typeof proposeStaffing>['query'];

/** Rosters tried on a day to come (排班推演), from what the hall's own days of that weekday were like. */
@Injectable()
export class StaffingService {
  constructor(
    private readonly reader: DocketReader,
    private readonly simulations: Simulations,
  ) {}

  /** Errors: as `prepare`, and `staffing-roster`, `staffing-no-windows`, `staffing-too-many-windows`, `staffing-busy`. */
  async view(hallId: string, { windows, ...asked }: InputOf<typeof viewStaffing>['query']): Promise<StaffingView> {
    const { setting, planned, absent, goal, key } = await this.prepare(hallId, asked);
    const { groups, slots } = setting;
    const whatIf = windows ? readRoster(windows, groups, planned) : null;
    if (windows && !whatIf) throw new AppError('staffing-roster');
    const fault = whatIf && rosterFault(whatIf, groups, slots, setting.isVisited);
    if (fault) throw new AppError(fault);
    const answer = await this.simulations.answer(`compare ${key} ${windows ?? ''}`, {
      ask: 'compare',
      setting: setting.given,
      planned,
      whatIf,
      goal,
    });
    const { day, lessons, draws } = setting.given;
    const legs = lessons.flatMap(({ visits }) => visits.flatMap((visit) => visit.legs));
    return {
      day,
      learned: lessons.map((lesson) => lesson.day),
      tickets: lessons.reduce((sum, { visits }) => sum + visits.length, 0),
      ownHandling: legs.filter(({ work }) => work !== null).length,
      draws,
      goal,
      slots,
      groups: groups.map((group, at) => ({
        id: group.id,
        queues: [...group.queues],
        windows: group.windows.map(({ id }) => id),
        absent: absent[at]!,
        visited: setting.isVisited(group),
      })),
      windowCount: setting.windowCount,
      ...(answer as Omit<typeof answer, 'planned'> & Pick<StaffingView, 'planned' | 'whatIf'>),
    };
  }

  /** Begins the search, or says how far it is, or what it found. Errors: as `prepare`, and `staffing-busy`. */
  async propose(hallId: string, asked: Asked): Promise<StaffingProposal> {
    const { setting, goal, key } = await this.prepare(hallId, asked);
    const question = { ask: 'propose', setting: setting.given, goal } as const;
    const reply = await this.simulations.watch(`propose ${key}`, question, PATIENCE_MS);
    if (!('found' in reply)) return { found: null, progress: reply.progress };
    const { roster, lacking, tried } = reply.found;
    return {
      found: {
        windows: rosterText(roster, setting.groups),
        windowHours: windowHours(roster, setting.slots),
        lacking,
        tried,
      },
      progress: null,
    };
  }

  /** Errors: `staffing-day`, `staffing-day-closed`, `staffing-no-history`. */
  private async prepare(hallId: string, asked: Asked) {
    const { catalogue, context } = await this.reader.present(hallId);
    const { rules } = catalogue;
    const { timeZone } = rules.hall;
    const day = asked.day ?? nextOpening(rules, addDays(context.day, 1))?.day ?? context.day;
    if (!isDay(day) || Math.abs(Date.parse(day) - Date.parse(context.day)) > FARTHEST_DAYS * 86_400_000)
      throw new AppError('staffing-day');
    const span = openSpan(rules, day);
    if (!span) throw new AppError('staffing-day-closed');
    // A day that is over teaches nothing about itself, and today is not over.
    const before = day < context.day ? day : context.day;
    const isQueue = (id: string) => Object.hasOwn(rules.queues, id);
    const lessons = await readLessons(
      this.reader.database,
      hallId,
      { day, before, most: asked.learn },
      { timeZone, isQueue },
    );
    if (lessons.length === 0) throw new AppError('staffing-no-history');
    const { hall, queues, windows, matters } = rules;
    const setting = new Setting({
      // What a thread of its own needs, and no more.
      catalogue: { ...EMPTY, hall, queues, windows, matters },
      day,
      span,
      midnight: instantAt(day, '00:00', timeZone),
      lessons,
      draws: DRAWS,
      seed: `${hallId} ${day}`,
    });
    const absent = setting.groups.map(
      ({ windows: of }) => of.filter(({ id }) => isUnattended(id, day, catalogue)).length,
    );
    const planned = usualRoster(lessons, setting.groups, setting.slots, setting.given.midnight, absent);
    const goal = { target: asked.target / 100, confidence: CONFIDENCE };
    const key = JSON.stringify([hallId, day, catalogue.seq, lessons.map((lesson) => lesson.day), asked.target, absent]);
    return { setting, planned, absent, goal, key };
  }
}

const EMPTY = {
  staff: {},
  departments: {},
  leaves: {},
  yearTables: [],
  questionnaires: {},
  ratingForms: {},
  checklists: {},
  calendar: {},
};

/** Whether a window's clerk is on leave that day and whoever stands in has a window of their own, or is away, too. */
function isUnattended(windowId: string, day: string, { staff, rules }: HallCatalogue): boolean {
  const clerks = staff.filter(({ homeWindowId }) => homeWindowId === windowId);
  const free = (id: string | null) =>
    id !== null && onDuty(id, day, rules) && staff.find((one) => one.id === id)?.homeWindowId === null;
  return clerks.length > 0 && clerks.every(({ id, standInId }) => !onDuty(id, day, rules) && !free(standInId));
}
