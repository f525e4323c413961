import {
  copyOf,
  draftFault,
  draftOf,
  emptyDraft,
  idFor,
  moved,
  newQuestion,
  ofKind,
  quartersAround,
  savedOf,
} from './draft.ts';

const written = () => {
  const draft = emptyDraft('2026-11-24', []);
  const text = { zh: '态度', en: '' };
  return { ...draft, title: text, intro: text, questions: draft.questions.map((one) => ({ ...one, text })) };
};

it('begins in the running quarter, opens tomorrow for two weeks, and never takes an id twice', () => {
  expect(emptyDraft('2026-11-24', [])).toMatchObject({ id: '2026-q4', from: '2026-11-25', until: '2026-12-08' });
  expect(idFor('2026-Q4', ['2026-q4'])).toBe('2026-q4-2');
  expect(idFor('2026-Q4', ['2026-q4', '2026-q4-2'])).toBe('2026-q4-3');
  expect(quartersAround('2026-11-24')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']);
});

it('copies last quarter’s questions with their ids, and English that was never written stays unwritten', () => {
  const last = savedOf({ ...written(), id: '2026-q3', quarter: '2026-Q3' });
  expect(last.title.en).toBe('态度');
  expect(draftOf(last).title.en).toBe('');
  const copy = copyOf(last, '2026-11-24', [last.id]);
  expect(copy).toMatchObject({ id: '2026-q4', quarter: '2026-Q4', questions: [{ id: 'q1', text: { en: '' } }] });
});

it('moves one up or down and not over the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});

it('says the first thing that is missing', () => {
  const good = written();
  expect(draftFault(good)).toBeNull();
  expect(draftFault({ ...good, title: { zh: ' ', en: '' } })).toEqual({ at: 'title' });
  expect(draftFault({ ...good, until: '2026-11-01' })).toEqual({ at: 'dates' });
  expect(draftFault({ ...good, questions: [] })).toEqual({ at: 'none' });
  const questions = [...good.questions, newQuestion('scale', ['q1'])];
  expect(draftFault({ ...good, questions })).toEqual({ at: 'question', number: 2 });
  const choice = ofKind(good.questions[0]!, 'choice');
  expect(draftFault({ ...good, questions: [choice] })).toEqual({ at: 'options', number: 1 });
  expect(ofKind(choice, 'scale').options).toEqual([]);
});
