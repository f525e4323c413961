import { WorkCalendar } from '../calendar/work-calendar.ts';
import { cardOf, DEFAULT_SCORE_CARD, SCORE_PARTS, scoreCardFault, type ScoreCard } from './card.ts';
import {
  concernedInObjection,
  decideObjecting,
  decideOnObjection,
  decideSealing,
  type SheetStand,
} from './decide-score.ts';
import { scoreCourse, scoreDaysOf, scorePeriodAt } from './period.ts';
import type { Objection } from './score.ts';
import { scoreOf, type CardGiven, type ScoreInputs } from './sheet.ts';

const calendar = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });
const none = { k: 0, n: 0, against: [] };
const inputs = (change: Partial<ScoreInputs> = {}, parts: Partial<ScoreInputs['parts']> = {}): ScoreInputs => ({
  scope: 'person',
  key: 'wang',
  period: '2026-10',
  parts: {
    ...(Object.fromEntries(SCORE_PARTS.map((part) => [part, none])) as unknown as ScoreInputs['parts']),
    ...parts,
  },
  cards: [],
  early: { k: 0, n: 0 },
  people: 1,
  ...change,
});
const ev = (ref: string, day = '2026-10-09') => ({ ref, subject: ref, day });
let at = 0;
const given = (level: CardGiven['level'], change: Partial<CardGiven> = {}): CardGiven => {
  at += 1;
  return { ...ev(`card:${at}`), subject: `card:${at}`, level, at, to: 'wang', by: null, ...change };
};
const line = (given: ScoreInputs, id: string, card: ScoreCard = DEFAULT_SCORE_CARD) =>
  scoreOf(card, given).lines.find((one) => one.id === id)!;

describe('a score card', () => {
  it('has weights that come to 100, and grades that fall', () => {
    expect(scoreCardFault(DEFAULT_SCORE_CARD)).toBeNull();
    const { weights, grades } = DEFAULT_SCORE_CARD;
    expect(scoreCardFault({ weights: { ...weights, waiting: 11 }, grades })).toEqual({ fault: 'weights-not-100' });
    expect(scoreCardFault({ weights, grades: { ...grades, good: 90 } })).toEqual({ fault: 'grades-not-falling' });
  });

  it('is the one that held when the period began, also where a later one was published since', () => {
    const own = ['2026-11', '2026-08'].map((id) => ({ ...DEFAULT_SCORE_CARD, id }));
    expect(['2026-07', '2026-08', '2026-10', '2026-Q4', '2026-11'].map((period) => cardOf(period, own).id)).toEqual([
      '2000-01',
      '2026-08',
      '2026-08',
      '2026-08',
      '2026-11',
    ]);
  });
});

describe('a period', () => {
  it('is a month of people and windows, a quarter of departments', () => {
    expect(scoreDaysOf('person', '2026-02')).toEqual({ from: '2026-02-01', until: '2026-02-28' });
    expect(scoreDaysOf('department', '2026-Q4')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
    for (const [scope, name] of [
      ['department', '2026-10'],
      ['window', '2026-Q4'],
      ['person', '2026-13'],
      ['department', '2026-Q5'],
    ] as const)
      expect(scoreDaysOf(scope, name)).toBeNull();
    expect(scorePeriodAt('department', '2026-03-31')).toBe('2026-Q1');
  });

  it('runs, waits for the last ratings, is open to objections for five working days, and is to be sealed', () => {
    // October 2026: ratings until 5 November; then Fri 6, Mon 9, 10, 11, Thu 12.
    const stage = (day: string) => scoreCourse({ from: '2026-10-01', until: '2026-10-31' }, day, calendar);
    expect(stage('2026-10-31')).toMatchObject({
      stage: 'running',
      ratedUntil: '2026-11-05',
      objectUntil: '2026-11-12',
    });
    expect(
      ['2026-11-01', '2026-11-05', '2026-11-06', '2026-11-12', '2026-11-13'].map((day) => stage(day).stage),
    ).toEqual(['counting', 'counting', 'objections', 'objections', 'to-seal']);
  });
});

describe('points', () => {
  it('are 100 for somebody who did everything right, and — where nothing was measured at all', () => {
    const perfect = Object.fromEntries(SCORE_PARTS.map((part) => [part, { k: 9, n: 9, against: [] }]));
    expect(scoreOf(DEFAULT_SCORE_CARD, inputs({}, perfect)).points).toBe(10_000);
    expect(scoreOf(DEFAULT_SCORE_CARD, inputs()).points).toBeNull();
  });

  it('are lost in the share of what went wrong, weights of what was not measured spread over the rest', () => {
    const late = { k: 8, n: 10, against: [ev('case:1'), ev('case:2')] };
    const waited = { k: 100, n: 100, against: [] };
    expect(line(inputs({}, { 'on-time': late, waiting: waited }), 'on-time')).toMatchObject({
      most: 7143,
      points: -1429,
      k: 8,
      n: 10,
    });
  });

  it('are not lost by fewer than five ratings, nor are their numbers shown', () => {
    const rated = (k: number, n: number) => line(inputs({}, { ratings: { k, n, against: [] } }), 'ratings');
    expect(rated(0, 4)).toMatchObject({ points: 0, most: 0, k: 0, n: 0 });
    expect(rated(4, 5)).toMatchObject({ points: -2000, most: 10_000, k: 4, n: 5 });
  });

  it('go by published practice for cards: −3 for three warnings in a row, −5 yellow, −10 red; a legal red is red', () => {
    const cards = [
      given('prompt'),
      given('prompt'),
      given('prompt'),
      given('yellow'),
      given('red'),
      given('legal-red'),
    ];
    const of = (id: string) => line(inputs({ cards }), id).points;
    expect([of('warnings'), of('yellow'), of('red')]).toEqual([-300, -500, -2000]);
  });

  it('count a row of warnings by person, broken by a graver card', () => {
    const rows = (cards: CardGiven[]) => line(inputs({ cards }), 'warnings').k;
    expect(rows([given('prompt'), given('prompt'), given('yellow'), given('prompt')])).toBe(0);
    expect(rows([given('prompt'), given('prompt', { to: 'li' }), given('prompt'), given('prompt', { to: 'li' })])).toBe(
      0,
    );
    expect(rows(Array.from({ length: 7 }, () => given('prompt')))).toBe(2);
  });

  it('share a department’s cards among its people and give it a grade', () => {
    const all = { waiting: { k: 1, n: 1, against: [] } };
    const sheet = scoreOf(
      DEFAULT_SCORE_CARD,
      inputs(
        { scope: 'department', people: 4, cards: [given('red'), given('red', { to: 'li' }), given('yellow')] },
        all,
      ),
    );
    expect([sheet.points, sheet.grade]).toEqual([9375, 'excellent']);
    expect(scoreOf(DEFAULT_SCORE_CARD, inputs({}, all)).grade).toBeNull();
  });

  it('are won for cases decided early, one for each whole 10 %, where there were at least five', () => {
    const early = (k: number, n: number) => line(inputs({ early: { k, n } }), 'early').points;
    expect([early(3, 9), early(9, 9), early(4, 4)]).toEqual([300, 1000, 0]);
  });

  it('never fall below 0, and say so in a line of their own', () => {
    const cards = Array.from({ length: 12 }, () => given('red'));
    const sheet = scoreOf(
      { ...DEFAULT_SCORE_CARD, cardsMost: 100 },
      inputs({ cards }, { waiting: { k: 0, n: 1, against: [] } }),
    );
    expect(sheet.points).toBe(0);
    expect(sheet.lines.at(-1)).toMatchObject({ id: 'floor', points: 10_000 });
  });

  it('are lost to cards up to the limit, and what is beyond it is given back in a line of its own', () => {
    const sheet = scoreOf(DEFAULT_SCORE_CARD, inputs({ cards: Array.from({ length: 12 }, () => given('red')) }));
    expect([sheet.points, sheet.lines.find(({ id }) => id === 'cap')!.points]).toEqual([7000, 9000]);
  });

  it('leave out what an upheld objection takes out of a line, there only', () => {
    const late = { k: 8, n: 10, against: [ev('case:1'), ev('case:2')] };
    const counted = inputs({ cards: [given('red', { ref: 'case:1' })] }, { 'on-time': late });
    const { lines } = scoreOf(DEFAULT_SCORE_CARD, counted, [{ line: 'on-time', ref: 'case:1' }]);
    expect(lines.find(({ id }) => id === 'on-time')).toMatchObject({ k: 8, n: 9, points: -1111, leftOut: ['case:1'] });
    expect(lines.find(({ id }) => id === 'red')).toMatchObject({ points: -1000, leftOut: [] });
  });
});

describe('an objection', () => {
  const id = { scope: 'person', key: 'wang', period: '2026-10' } as const;
  const words = { ref: 'r', commitment: 'c' };
  const red = given('red', { by: 'song' });
  const counted = inputs({ cards: [red] }, { waiting: { k: 1, n: 2, against: [ev('ticket:1')] } });
  const course = (day: string) => scoreCourse({ from: '2026-10-01', until: '2026-10-31' }, day, calendar);
  const stand = (change: Partial<SheetStand> = {}): SheetStand => ({
    id,
    course: course('2026-11-06'),
    isSealed: false,
    objections: [],
    ...change,
  });
  const raise = (change: object = {}, on = stand()) =>
    decideObjecting(
      on,
      scoreOf(DEFAULT_SCORE_CARD, counted),
      { objectionId: '2026-10.1', line: 'waiting', refs: ['ticket:1'], byId: 'wang', words, ...change },
      { departments: { office: { id: 'office', headId: 'head' } } },
    );
  const refusal = (decision: ReturnType<typeof raise>) => ('refused' in decision ? decision.refused : null);
  const raised: Objection = {
    ...id,
    id: '2026-10.1',
    line: 'red',
    refs: [red.ref],
    byId: 'wang',
    at: 1,
    words,
    decided: null,
  };

  it('is for the person alone, from the end of the period to the last day, against what the line counts', () => {
    expect(raise()).toMatchObject({ events: [{ kind: 'score-objected', data: { refs: ['ticket:1'] } }] });
    expect(refusal(raise({ byId: 'li' }))).toBe('not-your-sheet');
    expect(refusal(raise({}, stand({ course: course('2026-10-31') })))).toBe('period-not-over');
    expect(refusal(raise({}, stand({ course: course('2026-11-13') })))).toBe('objection-too-late');
    expect(refusal(raise({}, stand({ isSealed: true })))).toBe('sheet-sealed');
    expect(refusal(raise({ line: 'ratings' }))).toBe('objection-by-appeal');
    expect(refusal(raise({ refs: ['ticket:9'] }))).toBe('unknown-evidence');
    const before = { ...raised, line: 'waiting' as const, refs: ['ticket:1'] };
    expect(refusal(raise({}, stand({ objections: [before] })))).toBe('objected-already');
  });

  it('is raised for a department by its head', () => {
    const ofOffice = stand({ id: { scope: 'department', key: 'office', period: '2026-Q4' } });
    expect(refusal(raise({ byId: 'head' }, ofOffice))).toBeNull();
    expect(refusal(raise({ byId: 'wang' }, ofOffice))).toBe('not-your-sheet');
  });

  it('is decided by somebody who neither raised it nor gave the card, as long as there is anybody else', () => {
    const concerned = concernedInObjection(raised, counted);
    expect(concerned).toEqual(['wang', 'song']);
    const decide = (byId: string, deciders: string[], one: Objection | undefined = raised, isSealed = false) => {
      const decision = decideOnObjection(one, isSealed, { upheld: true, byId, words }, concerned, deciders);
      return 'refused' in decision ? decision.refused : decision.events[0]!.kind;
    };
    expect(decide('song', ['song', 'shen'])).toBe('decider-concerned');
    expect(decide('shen', ['song', 'shen'])).toBe('score-objection-decided');
    expect(decide('song', ['song'])).toBe('score-objection-decided');
    expect(decide('wang', ['wang'])).toBe('decider-concerned');
    expect(decide('shen', ['shen'], { ...raised, decided: { byId: 'x', upheld: false, at: 1, words } })).toBe(
      'objection-decided',
    );
    expect(decide('shen', ['shen'], raised, true)).toBe('sheet-sealed');
    expect(decideOnObjection(undefined, false, { upheld: true, byId: 'shen', words }, [], [])).toEqual({
      refused: 'unknown-objection',
    });
  });

  it('keeps its period from being sealed until it is decided, and the period from being sealed before its last day', () => {
    const content = { card: DEFAULT_SCORE_CARD, inputs: counted, leftOut: [] };
    const seal = (day: string, objections: Objection[] = [], isSealed = false) => {
      const decision = decideSealing(course(day), [{ id, content, hash: 'h' }], objections, isSealed, 'shen');
      return 'refused' in decision ? decision.refused : decision.events.length;
    };
    expect(seal('2026-10-31')).toBe('period-not-over');
    expect(seal('2026-11-12')).toBe('objections-open');
    expect(seal('2026-11-13', [raised])).toBe('objection-undecided');
    expect(seal('2026-11-13')).toBe(1);
    expect(seal('2026-11-13', [], true)).toBe('sheet-sealed');
    expect(decideSealing(course('2026-11-13'), [], [], false, 'shen')).toEqual({ refused: 'unknown-sheet' });
  });
});
