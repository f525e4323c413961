import { DOCKET_CATALOGUE, moment, NATIONAL } from '../../../../test/support/domain-docket.ts';
import type { WindowRule } from '../catalogue/catalogue.ts';
import { hoursIn } from '../docket/context.ts';
import { OPINION_KINDS, OPINION_SOURCES, type Opinion } from '../opinion/opinion.ts';
import { addDays } from '../time/zoned.ts';
import { citizenComplains, saysAfter, stagedVoices, voicesOn, type VoicesWorld } from './citizen-voices.ts';
import { PetitionsPlay } from './petitions-play.ts';

const FIRST = '2026-09-25';
const days = Array.from({ length: 60 }, (_, n) => addDays(FIRST, n));
const LAST = days.findLast((day) => NATIONAL.isWorkingDay(day))!;
const catalogue = { ...DOCKET_CATALOGUE, windows: { w1: { id: 'w1' } as WindowRule } };
const world: VoicesWorld = { catalogue, seed: 5, clerksAt: () => ['li'] };

function play(): PetitionsPlay {
  const played = new PetitionsPlay({ catalogue, calendar: NATIONAL, seed: 5 });
  for (const day of days) {
    const span = hoursIn(catalogue)(day);
    const said = span ? voicesOn(world, day, span) : [];
    played.playDay(day, span && day === LAST ? [...said, ...stagedVoices(world, day, span)] : said);
  }
  return played;
}

const stateOf = (played: PetitionsPlay) =>
  new Set(Object.values(played.docket.petitions).map(({ kind, state }) => `${kind} ${state}`));

it('in sixty days everything has been said, and something stands in every state', () => {
  const played = play();
  expect([...stateOf(played)].sort()).toEqual([
    'disclosure closed',
    'disclosure to-answer',
    'disclosure to-correct',
    'disclosure to-tell',
    'opinion closed',
    'opinion to-answer',
    'opinion to-take-up',
    'opinion to-tell',
  ]);
  const opinions = Object.values(played.docket.petitions).filter((one): one is Opinion => one.kind === 'opinion');
  expect(new Set(opinions.map(({ opinion }) => opinion))).toEqual(new Set(OPINION_KINDS));
  expect(new Set(opinions.map(({ source }) => source))).toEqual(new Set(OPINION_SOURCES));
  expect(new Set(opinions.map(({ outcome }) => outcome))).toEqual(
    new Set([null, 'answered', 'sent-back', 'not-taken-up']),
  );
  expect(opinions.length).toBeGreaterThan(25);
  expect(opinions.filter(({ answered }) => answered?.late).length / opinions.length).toBeLessThan(0.15);
});

it('nobody handles what is about them, every word is kept apart, nothing that is due is left behind', () => {
  const played = play();
  const { petitions, contacts } = played.docket;
  for (const { id, concerned, ...one } of Object.values(petitions)) {
    if (one.kind === 'opinion' && one.unavoidable) continue;
    expect(concerned).not.toContain(contacts[id]!.answerableId);
  }
  for (const [n, { at, day }] of played.events.entries()) {
    expect(at).toBeLessThan(moment(addDays(day, 1), '00:00'));
    expect(at).toBeGreaterThanOrEqual(played.events[n - 1]?.at ?? 0);
  }
  expect(JSON.stringify(played.events)).not.toMatch(/[\u4e00-\u9fff]/);
  const end = moment(addDays(days.at(-1)!, 1), '00:00');
  for (const { alarms } of played.open())
    for (const at of Object.values<number | undefined>(alarms)) expect(at).toBeGreaterThanOrEqual(end);
});

it('the same seed says the same, another one something else', () => {
  expect(play().events).toEqual(play().events);
  expect(citizenComplains(5, 'a', catalogue)).toEqual(citizenComplains(5, 'a', catalogue));
  const said = (seed: number) => Array.from({ length: 9 }, (_, n) => citizenComplains(seed, `${n}`, catalogue));
  expect(said(5)).not.toEqual(said(6));
  const after = Array.from({ length: 5_000 }, (_, n) => saysAfter(5, `2026-11-24.A${n}.1`, catalogue));
  expect(after.filter((one) => one !== null).length).toBeGreaterThan(20);
  expect(after.filter((one) => one !== null).length).toBeLessThan(100);
});
