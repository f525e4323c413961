import fc from 'fast-check';
import { WorkCalendar } from '../calendar/work-calendar.ts';
import { ZoneClock } from '../time/zone-clock.ts';
import { decideImport, tellsFrom } from './decide.ts';
import { evolveImported, isHistoryKind } from './evolve.ts';
import {
  beganAt,
  endOf,
  firstOfficer,
  handOversOf,
  NO_FACTS,
  stateOf,
  type HistoryStep,
  type ImportedCase,
  type StepMeaning,
} from './imported-case.ts';
import { pastRecord } from './past-record.ts';
import { HistoryReckoner } from './report.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const step = (when: string, name: string, by: string | null = null, means: StepMeaning | null = null): HistoryStep => ({
  at: at(when),
  name,
  by,
  means,
});
const told = (some: Partial<ImportedCase> = {}): ImportedCase => ({
  ...NO_FACTS,
  source: 'old',
  number: 'A-1',
  steps: [step('2026-03-02T09:00', 'received', 'res-01', 'received'), step('2026-03-04T15:00', 'checked', 'res-02')],
  ...some,
});
/** What is known after files that say this, one after another. */
const after = (...files: ImportedCase[]): ImportedCase =>
  files.reduce<ImportedCase | undefined>((known, file) => {
    const event = decideImport(known, file, false);
    return event ? evolveImported(known, event) : known;
  }, undefined)!;

describe('a case from another system', () => {
  it('is written once with all its steps, at the moment at which it began', () => {
    const event = decideImport(undefined, told(), false)!;
    expect(event.kind).toBe('case-imported');
    expect(tellsFrom(event, undefined)).toBe(at('2026-03-02T09:00'));
    expect(evolveImported(undefined, event)).toEqual(told());
  });

  it('is not written again when a file says nothing new', () => {
    const known = after(told());
    expect(decideImport(known, told(), false)).toBeNull();
    expect(decideImport(known, told({ steps: [told().steps[0]!] }), false)).toBeNull();
  });

  it('gets only the steps that are new when the file has grown', () => {
    const more = step('2026-03-09T10:00', 'decided', 'res-02', 'decided');
    const event = decideImport(after(told()), told({ steps: [more, ...told().steps] }), false)!;
    expect(event).toMatchObject({ kind: 'case-history-added', data: { steps: [more] } });
    expect(tellsFrom(event, after(told()))).toBe(more.at);
    expect(evolveImported(after(told()), event).steps).toEqual([...told().steps, more]);
  });

  it('takes an end that is filled in later, without a new step, and forgets nothing that is left out', () => {
    const known = after(told({ deadlineAt: at('2026-03-20T17:00'), responsible: 'res-01' }));
    const event = decideImport(known, told({ endedAt: at('2026-03-10T10:00') }), false)!;
    expect(event).toMatchObject({ kind: 'case-history-added', data: { steps: [] } });
    expect(tellsFrom(event, known)).toBe(at('2026-03-10T10:00'));
    expect(evolveImported(known, event)).toMatchObject({
      deadlineAt: at('2026-03-20T17:00'),
      responsible: 'res-01',
      endedAt: at('2026-03-10T10:00'),
    });
  });

  it('has each step once, however often a file says it', () => {
    const [first, second] = told().steps;
    expect(after(told({ steps: [second!, first!, { ...second! }] })).steps).toEqual([first, second]);
  });

  it('is put right as a whole when asked for: a mapping had the wrong time zone', () => {
    const wrong = after(told({ steps: told().steps.map((one) => ({ ...one, at: one.at + 7_200_000 })) }));
    const event = decideImport(wrong, told(), true)!;
    expect(event.kind).toBe('case-history-corrected');
    expect(evolveImported(wrong, event)).toEqual(told());
    expect(decideImport(after(told()), told(), true)).toBeNull();
  });

  it('comes to the same whatever was read before: half of it, all of it, in any order', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.array(fc.nat(12), { maxLength: 4 }), (hours, cuts) => {
        const all = hours.map((hour) => ({ ...step('2026-03-02T00:00', `s${hour}`), at: hour * 3_600_000 }));
        const whole = told({ steps: all });
        const parts = cuts.map((cut) => told({ steps: all.slice(0, 1 + (cut % all.length)) }));
        expect(after(...parts, whole)).toEqual(after(whole));
        expect(decideImport(after(...parts, whole), whole, false)).toBeNull();
      }),
    );
  });

  it('knows its events from those of others', () => {
    expect(isHistoryKind('case-imported')).toBe(true);
    expect(isHistoryKind('case-received')).toBe(false);
  });
});

describe('what it says', () => {
  it('began as stated, otherwise with its first step; ended as stated, otherwise with the step that ends a case', () => {
    expect(beganAt(told())).toBe(at('2026-03-02T09:00'));
    expect(beganAt(told({ startedAt: at('2026-03-01T08:00') }))).toBe(at('2026-03-01T08:00'));
    expect(endOf(told())).toBeNull();
    const decided = told({ steps: [...told().steps, step('2026-03-09T10:00', 'done', null, 'decided')] });
    expect(endOf(decided)).toBe(at('2026-03-09T10:00'));
    expect(endOf({ ...decided, endedAt: at('2026-03-08T10:00') })).toBe(at('2026-03-08T10:00'));
  });

  it.each([
    [[], null, 'open'],
    [['received'], null, 'received'],
    [['received', 'accepted', 'suspended', 'resumed'], null, 'deciding'],
    [['received', 'accepted'], '2026-03-09T10:00', 'ended'],
    [['received', 'decided', 'delivered'], null, 'delivered'],
    [['received', 'withdrawn'], null, 'withdrawn'],
  ] as [StepMeaning[], string | null, string][])('after %j with end %s it stands as %s', (meanings, ended, state) => {
    const steps = [
      step('2026-03-02T08:00', 'note'),
      ...meanings.map((one) => step('2026-03-02T09:00', one, null, one)),
    ];
    expect(stateOf(told({ steps, endedAt: ended === null ? null : at(ended) }))).toBe(state);
  });

  it('counts towards the public record of its matter when it was decided', () => {
    const calendar = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });
    const clock = new ZoneClock('Asia/Shanghai');
    const record = (item: ImportedCase) => pastRecord(item, calendar, (moment) => clock.dayOf(moment));
    const means = (...steps: [string, StepMeaning][]) =>
      told({ steps: steps.map(([when, one]) => step(when, one, null, one)), deadlineAt: at('2026-03-13T17:00') });
    // Accepted Tuesday 3, decided Friday 13: 8 working days, less the special procedure from Thursday 5 to Monday 9.
    const whole = means(
      ['2026-03-02T09:00', 'received'],
      ['2026-03-03T09:00', 'accepted'],
      ['2026-03-05T10:00', 'suspended'],
      ['2026-03-09T10:00', 'resumed'],
      ['2026-03-13T18:00', 'decided'],
    );
    expect(record(whole)).toEqual({ day: '2026-03-13', taken: 5, broken: false });
    expect(record({ ...whole, endedAt: at('2026-03-16T09:00') })).toMatchObject({ taken: 6, broken: true });
    expect(record(means(['2026-03-02T09:00', 'received'], ['2026-03-04T09:00', 'decided']))).toMatchObject({
      taken: 2,
    });
    expect(record(means(['2026-03-02T09:00', 'received']))).toBeNull();
    expect(record(means(['2026-03-02T09:00', 'received'], ['2026-03-04T09:00', 'withdrawn']))).toBeNull();
  });

  it('counts a hand-over when another officer takes the next step, passing over steps without one', () => {
    const by = (...officers: (string | null)[]) =>
      told({ steps: officers.map((officer, n) => step(`2026-03-02T09:0${n}`, `s${n}`, officer)) });
    expect(handOversOf(by('a', 'a', null, 'b', null, 'b', 'a'))).toEqual([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]);
    expect(firstOfficer(by(null, 'b', 'a'))).toBe('b');
    expect(firstOfficer(by(null))).toBeNull();
  });
});

describe('what a stored history comes to', () => {
  const calendar = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });
  const clock = new ZoneClock('Asia/Shanghai');
  const reckon = (...cases: ImportedCase[]) => {
    const reckoner = new HistoryReckoner(calendar, (moment) => clock.dayOf(moment), at('2026-11-24T10:00'));
    for (const item of cases) reckoner.add(item);
    return reckoner.report();
  };

  it('has no shares of nothing', () => {
    expect(reckon()).toMatchObject({
      cases: 0,
      late: { n: 0, of: 0, share: null },
      firstNotResponsible: { share: null },
      handOvers: { total: 0, median: null, casesWith: { share: null } },
      workingDays: { n: 0, median: null, p90: null },
    });
  });

  it('counts late cases, open ones, hand-overs, first receivers and working days, each with its n', () => {
    const deadlineAt = at('2026-03-06T17:00');
    const report = reckon(
      told({ number: 'in time', deadlineAt, endedAt: at('2026-03-06T17:00'), responsible: 'res-01' }),
      told({ number: 'that evening', deadlineAt, endedAt: at('2026-03-06T20:00'), responsible: 'res-02' }),
      told({ number: 'after the weekend', deadlineAt, endedAt: at('2026-03-10T09:00'), responsible: 'res-02' }),
      told({ number: 'without deadline', endedAt: at('2026-03-03T09:00') }),
      told({ number: 'open', deadlineAt, responsible: 'res-01' }),
      told({ number: 'open, in time', deadlineAt: at('2027-01-04T17:00'), steps: [step('2026-03-02T09:00', 'x')] }),
    );
    expect(report.late).toMatchObject({ n: 2, of: 3, share: 2 / 3, onTheDay: 1 });
    expect(report.late.worst.map(({ number, workingDaysLate }) => [number, workingDaysLate])).toEqual([
      ['after the weekend', 2],
      ['that evening', 0],
    ]);
    expect(report.withoutEnd).toEqual({ n: 2, of: 6, pastDeadline: 1 });
    expect(report.handOvers).toMatchObject({
      total: 5,
      casesWith: { n: 5, of: 6 },
      perCase: { 0: 1, 1: 5 },
      pairs: [{ from: 'res-01', to: 'res-02', n: 5 }],
    });
    expect(report.firstNotResponsible).toEqual({ n: 2, of: 4, share: 0.5 });
    // Monday 2 March to Friday 6 (4), the same, Tuesday 10 (6), Tuesday 3 (1).
    expect(report.workingDays).toEqual({ n: 4, median: 4, p90: 6 });
  });

  it('keeps the latest ten of many', () => {
    const many = Array.from({ length: 1_000 }, (_, n) =>
      told({
        number: `A-${n}`,
        deadlineAt: at('2026-03-02T17:00'),
        endedAt: at('2026-03-02T17:00') + (n + 1) * 60_000,
      }),
    );
    const { late } = reckon(...many);
    expect(late.n).toBe(1_000);
    expect(late.worst.map(({ number }) => number)).toEqual(Array.from({ length: 10 }, (_, n) => `A-${999 - n}`));
  });
});
