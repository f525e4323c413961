import { DOCKET_CATALOGUE, moment, NATIONAL } from '../../../../test/support/domain-docket.ts';
import { isBad } from '../rating/rating.ts';
import { MINUTE } from '../time/instant.ts';
import { addDays } from '../time/zoned.ts';
import { citizenSays } from './citizen-says.ts';
import { PetitionsPlay, type Happening } from './petitions-play.ts';
import { ratingOf } from './simulate-ratings.ts';

const FIRST = '2026-09-25';
const DAYS = 60;
const form = { dimensions: ['attitude'], good: ['told-at-once'], bad: ['sent-away'] };
const days = Array.from({ length: DAYS }, (_, n) => addDays(FIRST, n));

/** A hundred servings a working day. */
const ratingsOn = (day: string): Happening[] =>
  NATIONAL.isWorkingDay(day)
    ? Array.from({ length: 100 }, (_, n) => {
        const endedAt = moment(day, '09:00') + n * 4 * MINUTE;
        const ticketId = `${day}.A${String(n + 1).padStart(3, '0')}`;
        const place = { ticketId, servingN: 1, day, windowId: 'w1', clerkId: 'li', queueId: 'q', matterId: null };
        const serving = { ...place, startedAt: endedAt - MINUTE, endedAt, lastAtWindow: true };
        const says = citizenSays(5, `${ticketId}.1`, form);
        return says ? [ratingOf({ serving, says }, 1)] : [];
      }).flat()
    : [];

/** @param seen takes the states in which loops stood at the end of a day. */
function play(seen = new Set<string>()): PetitionsPlay {
  const played = new PetitionsPlay({ catalogue: DOCKET_CATALOGUE, calendar: NATIONAL, seed: 5 });
  for (const day of days) {
    played.playDay(day, ratingsOn(day));
    for (const { state } of Object.values(played.docket.petitions)) seen.add(state);
  }
  return played;
}

it('in sixty days loops stand in every state, and the same seed makes the same past', () => {
  const states = new Set<string>();
  const played = play(states);
  expect([...states].sort()).toEqual(['published', 'to-publish', 'to-rectify', 'to-revisit', 'to-verify']);
  const kinds = new Set(played.events.map(({ kind }) => kind));
  for (const kind of ['rating-appealed', 'appeal-decided', 'card-given', 'loop-published'])
    expect(kinds).toContain(kind);
  expect(play().events).toEqual(played.events);
});

it('every bad rating has somebody who answers and is not the rated; nothing that is due is left behind', () => {
  const played = play();
  const { ratings, petitions, contacts } = played.docket;
  const bad = Object.values(ratings).filter(({ level }) => isBad(level));
  expect(bad.length).toBe(Object.keys(petitions).length);
  expect(bad.length).toBeGreaterThan(50);
  for (const { contactId, clerkId } of bad) expect(contacts[contactId!]!.answerableId).not.toBe(clerkId);
  const end = moment(addDays(days.at(-1)!, 1), '00:00');
  for (const { alarms } of played.open())
    for (const at of Object.values<number | undefined>(alarms)) expect(at).toBeGreaterThanOrEqual(end);
});
