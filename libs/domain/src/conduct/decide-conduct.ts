import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { WordsRef } from '../docket/events.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { Breach, Conduct, MeasureTaken, NewConductEvent, Reward } from './conduct.ts';

/** Working days for the person's statement, and to appeal against the decision. Our choice, as long as an objection to a sheet. */
export const STATEMENT_WORKING_DAYS = 5;
export const APPEAL_WORKING_DAYS = 5;

/** Every answer “no” about rewards and accountability. */
export const CONDUCT_REFUSALS = [
  'unknown-conduct',
  'conduct-own',
  'conduct-not-yours',
  'conduct-not-now',
  'statement-awaited',
  'decider-found',
  'appeal-over',
  'decider-decided',
] as const;
export type ConductRefusalCode = (typeof CONDUCT_REFUSALS)[number];
export interface ConductRefusal {
  refused: ConductRefusalCode;
  detail?: Readonly<Record<string, string | number>>;
}

export type ConductCommand = { byId: string; words: WordsRef } & (
  | { type: 'record-reward'; conductId: string; staffId: string; reward: Reward; grounds: readonly string[] }
  | { type: 'record-finding'; conductId: string; staffId: string; breach?: Breach | null; grounds: readonly string[] }
  | { type: 'make-statement'; conductId: string }
  | { type: 'decide-conduct'; conductId: string; measure: MeasureTaken | null }
  | { type: 'appeal-conduct'; conductId: string }
  | { type: 'decide-conduct-appeal'; conductId: string; upheld: boolean }
);

/** What decisions know: the day, and who in the hall may decide. */
export interface ConductContext {
  day: ServiceDay;
  calendar: WorkCalendar;
  deciders: readonly string[];
}

type Decision = { events: NewConductEvent[] } | ConductRefusal;

/** Rewards and accountability: never about oneself, never found and decided by the same person, never decided unheard. */
export function decideConduct(
  conduct: Conduct | undefined,
  command: ConductCommand,
  { day, calendar, deciders }: ConductContext,
): Decision {
  const { byId, words, conductId } = command;
  if (command.type === 'record-reward' || command.type === 'record-finding') {
    const { staffId } = command;
    if (staffId === byId) return { refused: 'conduct-own' };
    const grounds = [...new Set(command.grounds)];
    const found = { conductId, staffId, grounds, byId, words };
    if (command.type === 'record-reward')
      return { events: [{ kind: 'conduct-rewarded', data: { ...found, reward: command.reward } }] };
    const stateUntil = calendar.after(day, STATEMENT_WORKING_DAYS);
    const { breach } = command;
    return { events: [{ kind: 'conduct-found', data: { ...found, ...(breach && { breach }), stateUntil } }] };
  }
  if (!conduct) return { refused: 'unknown-conduct' };
  const { staffId, state, decided } = conduct;
  const of = { conductId, staffId };
  const isOwn = byId === staffId;
  switch (command.type) {
    case 'make-statement':
      if (!isOwn) return { refused: 'conduct-not-yours' };
      if (state !== 'to-state') return { refused: 'conduct-not-now' };
      return { events: [{ kind: 'conduct-stated', data: { ...of, words } }] };
    case 'decide-conduct': {
      if (isOwn) return { refused: 'conduct-own' };
      if (state !== 'to-state' && state !== 'to-decide') return { refused: 'conduct-not-now' };
      if (state === 'to-state' && day <= conduct.stateUntil!)
        return { refused: 'statement-awaited', detail: { until: conduct.stateUntil! } };
      if (byId === conduct.foundBy) return { refused: 'decider-found' };
      const { measure } = command;
      const appealUntil = measure === null ? null : calendar.after(day, APPEAL_WORKING_DAYS);
      return { events: [{ kind: 'conduct-decided', data: { ...of, byId, measure, appealUntil, words } }] };
    }
    case 'appeal-conduct':
      if (!isOwn) return { refused: 'conduct-not-yours' };
      if (state !== 'decided') return { refused: 'conduct-not-now' };
      if (day > decided!.appealUntil!) return { refused: 'appeal-over', detail: { until: decided!.appealUntil! } };
      return { events: [{ kind: 'conduct-appealed', data: { ...of, words } }] };
    case 'decide-conduct-appeal': {
      if (isOwn) return { refused: 'conduct-own' };
      if (state !== 'appealed') return { refused: 'conduct-not-now' };
      // Somebody who neither found nor decided it; where there is nobody else, whoever found it, never who decided.
      const others = deciders.some((one) => ![staffId, conduct.foundBy, decided!.byId].includes(one));
      if (byId === decided!.byId || (byId === conduct.foundBy && others)) return { refused: 'decider-decided' };
      return { events: [{ kind: 'conduct-appeal-decided', data: { ...of, byId, upheld: command.upheld, words } }] };
    }
  }
}
