import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DOCKET_CATALOGUE, NATIONAL, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import { SUSPENSION_KINDS } from '../case/case.ts';
import { Random } from '../simulation/random.ts';
import type { DocketCommand } from './commands.ts';
import { isTurnedDown } from './context.ts';
import { decideDocket } from './decide.ts';
import type { DocketEvent } from './events.ts';
import { docketChanges } from './evolve.ts';
import { applyDocket, emptyDocket, nextDue, type MutableDocket } from './state.ts';

/** Cases opened in the year; a county hall of DOMAIN §11 with some forty on each working day. */
const CASES_A_DAY = 40;
const YEAR = 2026;
const SEED = Number(process.env.SEED ?? 20_260_101);

/** The independent checker's own calendar: plain dates over the package's table, a day at a time. It shares no code with the rules. */
const require = createRequire(import.meta.url);
const table = JSON.parse(
  readFileSync(require.resolve('chinese-days').replace(/index\.min\.js$/, 'chinese-days.json'), 'utf8'),
) as { holidays: Record<string, string>; workdays: Record<string, string> };
const works = (day: string): boolean => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return day in table.workdays || (weekday !== 0 && weekday !== 6 && !(day in table.holidays));
};
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const instantOf = (day: string, wall: string): number => Date.parse(`${day}T${wall}:00+08:00`);

/** What the checker remembers of a case: the dates of its life, nothing of the rules' state. */
interface Noted {
  accepted: string;
  promised: number;
  legal: number;
  stands: { from: string; until: string | null }[];
}

/** On which day so many counted days have passed since acceptance. */
function counted(noted: Noted, days: number): string {
  let day = noted.accepted;
  for (let left = days; left > 0;) {
    day = nextDay(day);
    const still = noted.stands.some(({ from, until }) => from <= day && until !== null && day <= until);
    if (works(day) && !still) left -= 1;
  }
  return day;
}

/** When the checker expects each card, written out from DOMAIN §3. */
function expectedAt(noted: Noted, kind: string): number | null {
  const n = noted.promised;
  const yellow = Math.max(1, Math.min(Math.ceil(n * 0.8 - 1e-9) + 1, n - 1));
  if (kind === 'yellow') return instantOf(counted(noted, yellow), '08:30');
  if (kind === 'prompt') return n - 2 >= 1 && n - 2 < yellow ? instantOf(counted(noted, n - 2), '08:30') : null;
  if (kind === 'red') return instantOf(counted(noted, n), '17:30');
  if (kind === 'legal-red') return instantOf(counted(noted, noted.legal), '17:30');
  return null;
}

describe('a year of a hall in pure domain time', () => {
  it('gives every card where an independent checker puts it, and none besides', () => {
    const begun = performance.now();
    const random = new Random(SEED);
    const docket = emptyDocket() as MutableDocket;
    const notebook = new Map<string, Noted>();
    const given: { caseId: string; kind: string; dueAt: number; at: number }[] = [];
    const open = new Set<string>();
    let seq = 0;
    let day = `${YEAR}-01-01`;
    let now = 0;

    const run = (command: DocketCommand): string | null => {
      const decision = decideDocket(docket, command, { now, day, catalogue: DOCKET_CATALOGUE, calendar: NATIONAL });
      if (isTurnedDown(decision)) return null;
      let caseId = '';
      for (const event of decision.events) {
        const placed = { ...event, seq: ++seq, day, at: now } as DocketEvent;
        applyDocket(docket, docketChanges(docket, placed));
        if ('caseId' in placed.data && placed.data.caseId) caseId = placed.data.caseId;
        if (placed.kind === 'card-given') {
          given.push({ caseId: placed.data.caseId!, kind: placed.data.kind, dueAt: placed.data.dueAt, at: now });
        }
        if (placed.kind === 'case-accepted') {
          const { promisedDays: promised, legalDays: legal } = placed.data;
          notebook.set(placed.data.caseId, { accepted: placed.data.day, promised, legal, stands: [] });
        }
        if (placed.kind === 'case-suspended') notebook.get(caseId)!.stands.push({ from: day, until: null });
        if (placed.kind === 'case-resumed') notebook.get(caseId)!.stands.at(-1)!.until = day;
      }
      return caseId;
    };
    /** The clock looks at the opening, at noon and just after the close; what falls due between is given then. */
    const look = (): void => {
      for (const caseId of open) {
        const file = docket.cases[caseId]!;
        const due = nextDue(file.alarms);
        if (due === null || due > now) continue;
        const before = given.length;
        run({ type: 'fire-due', caseId, contactId: file.contactId });
        for (const card of given.slice(before)) {
          const expected = expectedAt(
            notebook.get(caseId) ?? { accepted: '', promised: 0, legal: 0, stands: [] },
            card.kind,
          );
          if (expected !== null && expected !== card.dueAt)
            throw new Error(`${caseId} ${card.kind}: ${card.dueAt}, expected ${expected}`);
        }
      }
    };

    for (; day <= `${YEAR}-12-31`; day = nextDay(day)) {
      now = moment(day, '08:30');
      look();
      if (!works(day)) continue;
      for (let n = 0; n < CASES_A_DAY; n++) {
        now = Math.round(moment(day, '08:31') + random.between(0, 8 * 3_600_000));
        const matterId = random.pick(['school', 'permit', 'short']);
        const byId = matterId === 'school' ? 'liu' : 'li';
        const materials = ['register', 'card', 'copy'];
        const id = run({
          type: 'receive-case',
          byId,
          channel: 'window',
          contactId: null,
          matterId,
          kind: 'commitment',
          materials,
          ticketId: null,
          servingN: null,
          words: null,
        })!;
        open.add(id);
        if (random.chance(0.97)) run({ type: 'accept-case', caseId: id, byId, missingBy: null });
      }
      now = moment(day, '12:00');
      look();
      for (const caseId of open) {
        const file = docket.cases[caseId]!;
        const byId = docket.contacts[file.contactId]!.answerableId;
        if (file.state === 'deciding' && random.chance(0.02)) {
          run({
            type: 'suspend-case',
            caseId,
            byId,
            kind: random.pick([...SUSPENSION_KINDS]),
            expectedEnd: NATIONAL.after(day, 5),
            words: WORDS,
          });
        } else if (file.state === 'suspended' && random.chance(0.2)) run({ type: 'resume-case', caseId, byId });
        else if (file.state === 'deciding' && random.chance(0.14))
          run({ type: 'decide-case', caseId, byId, result: 'granted', words: null });
        else if (file.state === 'decided' && random.chance(0.4)) run({ type: 'deliver-case', caseId, byId });
        if (docket.cases[caseId]!.endedAt !== null) open.delete(caseId);
      }
      now = moment(day, '17:30');
      look();
    }

    // None is missing: whatever the checker expects before the year's end, for a case that was running then, was given.
    const seen = new Set(given.map(({ caseId, kind, dueAt }) => `${caseId} ${kind} ${dueAt}`));
    expect(seen.size).toBe(given.length);
    let missing = 0;
    for (const [caseId, noted] of notebook) {
      const file = docket.cases[caseId]!;
      if (noted.stands.length > 0) continue;
      const until = file.decided?.at ?? now;
      for (const kind of ['prompt', 'yellow', 'red', 'legal-red']) {
        const at = expectedAt(noted, kind);
        if (at !== null && at < until && !seen.has(`${caseId} ${kind} ${at}`)) missing += 1;
      }
    }
    expect(missing).toBe(0);
    expect(notebook.size).toBeGreaterThan(9_000);
    expect(given.length).toBeGreaterThan(5_000);
    expect(performance.now() - begun).toBeLessThan(60_000);
  }, 120_000);
});
