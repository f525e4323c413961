import { DOCKET_CATALOGUE, TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import { questionnaireState, sheetFault, tally, type QuestionnaireRule } from './questionnaire.ts';

const QUARTER: QuestionnaireRule = {
  id: 'q4',
  from: '2026-11-20',
  until: '2026-11-30',
  questions: [
    { id: 'attitude', kind: 'scale', options: [], required: true },
    { id: 'often', kind: 'choice', options: ['first', 'now-and-then', 'often'], required: false },
    { id: 'better', kind: 'choices', options: ['waiting', 'guides', 'parking'], required: false },
    { id: 'words', kind: 'words', options: [], required: false },
  ],
};
const hall = (): TestDocket => {
  const docket = new TestDocket();
  docket.catalogue = { ...DOCKET_CATALOGUE, questionnaires: { q4: QUARTER } };
  return docket;
};
const sheet = (change: Partial<DocketCommandOf<'hand-in-sheet'>> = {}): DocketCommandOf<'hand-in-sheet'> => ({
  type: 'hand-in-sheet',
  questionnaireId: 'q4',
  source: 'code',
  serial: 7,
  byId: null,
  answers: { attitude: 5 },
  words: null,
  ...change,
});

describe('a sheet', () => {
  it.each([
    [{ attitude: 5, often: 'first', better: ['waiting', 'parking'] }, null],
    [{}, 'left-out'],
    [{ attitude: 6 }, 'does-not-fit'],
    [{ attitude: '5' }, 'does-not-fit'],
    [{ attitude: 5, often: 'never' }, 'does-not-fit'],
    [{ attitude: 5, better: ['waiting', 'waiting'] }, 'does-not-fit'],
    [{ attitude: 5, better: [] }, 'does-not-fit'],
    [{ attitude: 5, words: 'words' }, 'does-not-fit'],
    [{ attitude: 5, elsewhere: 1 }, 'does-not-fit'],
  ])('%j: %s', (answers, fault) => {
    expect(sheetFault(QUARTER, answers, false)?.fault ?? null).toBe(fault);
  });

  it('without a required question may be words alone, never nothing', () => {
    const free = { ...QUARTER, questions: QUARTER.questions.map((one) => ({ ...one, required: false })) };
    expect(sheetFault(free, {}, true)).toBeNull();
    expect(sheetFault(free, {}, false)?.fault).toBe('empty');
  });
});

describe('handing in', () => {
  it('uses a code once, and numbers sheets without a gap', () => {
    const docket = hall()
      .do(sheet())
      .do(sheet({ serial: 8, words: WORDS }))
      .do(sheet({ source: 'paper', serial: null, byId: 'xu' }));
    expect(Object.keys(docket.docket.sheets)).toEqual(['q4.1', 'q4.2', 'q4.3']);
    expect(docket.refused(sheet())).toBe('sheet-code-used');
  });

  it('is open from the first to the last day; paper for thirty days more', () => {
    const on = (day: string, change = {}) => hall().clock(day).refused(sheet(change));
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-30'), on('2026-12-01')]).toEqual([
      'questionnaire-closed',
      'done',
      'done',
      'questionnaire-closed',
    ]);
    const paper = { source: 'paper', serial: null, byId: 'xu' };
    expect([on('2026-12-30', paper), on('2026-12-31', paper)]).toEqual(['done', 'questionnaire-closed']);
    expect(hall().refused(sheet({ questionnaireId: 'q3' }))).toBe('unknown-questionnaire');
  });
});

it.each([
  ['2026-11-19', 'draft'],
  ['2026-11-20', 'open'],
  ['2026-11-30', 'open'],
  ['2026-12-01', 'paper'],
  ['2026-12-30', 'paper'],
  ['2026-12-31', 'over'],
])('on %s it is %s', (day, state) => {
  expect(questionnaireState(QUARTER, day)).toBe(state);
});

describe('the result sheet', () => {
  it('counts each choice, with the mean of a scale over those who answered it', () => {
    const sheets = [{ attitude: 5, better: ['waiting', 'parking'] }, { attitude: 2, often: 'often' }, { attitude: 5 }];
    expect(
      tally(
        QUARTER,
        sheets.map((answers) => ({ answers })),
      ),
    ).toEqual([
      { id: 'attitude', n: 3, counts: { '5': 2, '4': 0, '3': 0, '2': 1, '1': 0 }, mean: 4 },
      { id: 'often', n: 1, counts: { first: 0, 'now-and-then': 0, often: 1 }, mean: null },
      { id: 'better', n: 1, counts: { waiting: 1, guides: 0, parking: 1 }, mean: null },
    ]);
    expect(tally(QUARTER, [])[0]).toMatchObject({ n: 0, mean: null });
  });
});
