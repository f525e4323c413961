import { isBad, type RatingLevel } from '../rating/rating.ts';
import { citizenSays, type Saying } from './citizen-says.ts';

const form = { dimensions: ['attitude', 'style'], good: ['quick', 'patient'], bad: ['slow'] };
const many = Array.from({ length: 20_000 }, (_, n) =>
  citizenSays(7, `2026-11-24.A${String(n + 1).padStart(3, '0')}.1`, form),
);
const said = many.filter((one): one is Saying => one !== null);

it('six in ten rate, three in a hundred of them are not satisfied, and few write', () => {
  expect(said.length / many.length).toBeCloseTo(0.6, 1);
  const bad = said.filter(({ level }) => isBad(level));
  expect(bad.length / said.length).toBeGreaterThan(0.02);
  expect(bad.length / said.length).toBeLessThan(0.04);
  expect(new Set(said.map(({ level }) => level)).size).toBe(5 satisfies number);
  expect(said.filter(({ text }) => text !== '').length / said.length).toBeLessThan(0.06);
  const top = said.filter(({ level }) => level === ('very-satisfied' satisfies RatingLevel));
  expect(top.length / said.length).toBeCloseTo(0.63, 1);
});

it('chooses only from the form, says the same for the same seed, and something else for another', () => {
  for (const { dimensions, labels, level } of said) {
    expect(Object.keys(dimensions).every((id) => form.dimensions.includes(id))).toBe(true);
    expect(labels.every((id) => (isBad(level) ? form.bad : form.good).includes(id))).toBe(true);
  }
  const id = '2026-11-24.A001.1';
  expect(citizenSays(7, id, form)).toEqual(many[0]);
  const seeds = Array.from({ length: 50 }, (_, seed) => JSON.stringify(citizenSays(seed, id, form)));
  expect(new Set(seeds).size).toBeGreaterThan(20);
});
