import { causesOf } from '../rating/causes.ts';
import { matchOf, wordsOf } from './search-words.ts';

it('cuts Chinese into words, and leaves punctuation out', () => {
  expect(wordsOf('材料清单没有讲清楚, OK?')).toEqual(expect.arrayContaining(['材料', '清单', 'ok']));
  expect(wordsOf(',。!')).toEqual([]);
});

it('finds what holds every word that is asked for, whole words first', () => {
  const text = '等得太久,材料清单没讲清';
  expect(matchOf(text, wordsOf('材料 太久'))).not.toBeNull();
  expect(matchOf(text, wordsOf('态度'))).toBeNull();
  expect(matchOf(text, [])).toBe(0);
  expect(matchOf('材料齐全', ['材料'])!).toBeGreaterThan(matchOf('交材料复印件', ['料复'])!);
});

it('names causes by labels and by words', () => {
  const causes = [
    { id: 'wait', labels: ['long-wait'], words: ['太久', '排队'] },
    { id: 'told', labels: ['not-told-at-once'], words: ['没讲清'] },
  ];
  expect(causesOf({ labels: ['long-wait'], text: '没讲清' }, causes)).toEqual(['wait', 'told']);
  expect(causesOf({ labels: [], text: '等得太久' }, causes)).toEqual(['wait']);
  expect(causesOf({ labels: [], text: '好' }, causes)).toEqual([]);
});
