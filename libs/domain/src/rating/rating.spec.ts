import { moment, TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import type { RatingLoop } from './loop.ts';
import { PAD_MS } from './decide-rating.ts';
import { RATING_LEVELS, isBad, parseRatingId, ratingIdOf, scoreOf, type ServingFacts } from './rating.ts';

const TICKET = '2026-11-24.A017';
const ID = ratingIdOf(TICKET, 1);

/** A hall in which li has just finished a serving at window w1. */
function served(change: Partial<ServingFacts> = {}): TestDocket {
  const hall = new TestDocket();
  hall.docket.servings[ID] = {
    ticketId: TICKET,
    servingN: 1,
    day: '2026-11-24',
    windowId: 'w1',
    clerkId: 'li',
    queueId: 'q',
    matterId: 'permit',
    startedAt: moment('2026-11-24', '09:50'),
    endedAt: moment('2026-11-24', '09:58'),
    lastAtWindow: true,
    ...change,
  };
  return hall;
}

const cast = (change: Partial<DocketCommandOf<'cast-rating'>> = {}): DocketCommandOf<'cast-rating'> => ({
  type: 'cast-rating',
  ratingId: ID,
  channel: 'pad',
  windowId: 'w1',
  level: 'satisfied',
  form: 1,
  dimensions: {},
  labels: [],
  openMs: 4_000,
  named: false,
  words: null,
  ...change,
});
const bad = (change: Partial<DocketCommandOf<'cast-rating'>> = {}) => cast({ level: 'dissatisfied', ...change });
const loopOf = (hall: TestDocket): RatingLoop => Object.values(hall.docket.petitions)[0] as RatingLoop;
const contactOf = (hall: TestDocket) => hall.docket.contacts[loopOf(hall).id]!;
const step = (hall: TestDocket, byId: string) => ({ contactId: loopOf(hall).id, byId, words: WORDS });

describe('levels', () => {
  it('score five to one; the last two are bad', () => {
    expect(RATING_LEVELS.map((level) => [scoreOf(level), isBad(level)])).toEqual([
      [5, false],
      [4, false],
      [3, false],
      [2, true],
      [1, true],
    ]);
  });
  it('an id names the ticket and which of its servings', () => {
    expect(parseRatingId('2026-11-24.A017.2')).toEqual({ ticketId: TICKET, servingN: 2 });
    expect(parseRatingId('A017.2')).toBeNull();
  });
});

describe('casting', () => {
  it('a good one stands by itself, with nothing to follow', () => {
    const hall = served().do(cast());
    expect(hall.docket.ratings[ID]).toMatchObject({ level: 'satisfied', clerkId: 'li', contactId: null });
    expect(hall.docket.petitions).toEqual({});
  });

  it('happens once for a serving, whichever way came first', () => {
    const hall = served().do(cast());
    expect(hall.refused(cast({ level: 'very-dissatisfied' }))).toBe('already-rated');
    expect(hall.refused(cast({ channel: 'phone', windowId: null }))).toBe('already-rated');
  });

  it('is refused before the serving ends, at another window’s pad, for an unknown serving, with a form that is not the hall’s', () => {
    expect(served({ endedAt: null }).refused(cast())).toBe('serving-not-ended');
    expect(served().refused(cast({ windowId: 'w2' }))).toBe('unknown-serving');
    expect(served().refused(cast({ ratingId: ratingIdOf(TICKET, 2) }))).toBe('unknown-serving');
    expect(served().refused(cast({ form: 9 }))).toBe('rating-form-unknown');
    expect(served().refused(cast({ dimensions: { smell: 'satisfied' } }))).toBe('rating-form-unknown');
    expect(served().refused(cast({ labels: ['nonsense'] }))).toBe('rating-form-unknown');
  });

  it('is open at the pad for ten minutes and until the next serving ended, on the phone for five days', () => {
    const ended = (ms: number) => ({ endedAt: moment('2026-11-24', '10:00') - ms });
    expect(served(ended(PAD_MS)).refused(cast())).toBe('rating-too-late');
    expect(served(ended(PAD_MS - 1)).try(cast())).toHaveLength(1);
    expect(served({ lastAtWindow: false }).refused(cast())).toBe('rating-too-late');
    const phone = cast({ channel: 'phone', windowId: null });
    expect(served({ lastAtWindow: false }).clock('2026-11-29', '09:57').try(phone)).toHaveLength(1);
    expect(served().clock('2026-11-29', '09:58').refused(phone)).toBe('rating-too-late');
  });

  it('takes one addition, while it could be cast', () => {
    const hall = served().do(cast());
    const add = { type: 'add-to-rating', ratingId: ID, words: WORDS } as const;
    expect(hall.do(add).refused(add)).toBe('already-added');
    expect(served().refused(add)).toBe('unknown-rating');
    expect(served().do(cast()).clock('2026-12-01').refused(add)).toBe('rating-too-late');
  });
});

describe('the loop of a bad rating', () => {
  it('goes at once to a supervisor, never to the rated, and is due on the next working day', () => {
    const hall = served().do(bad());
    expect(contactOf(hall)).toMatchObject({ about: 'rating', answerableId: 'pan', ticketId: TICKET });
    expect(loopOf(hall)).toMatchObject({ state: 'to-verify', dueBy: '2026-11-25', concerned: ['li'] });
  });

  it('verified, put right in time, revisited, and published when the time to appeal is over', () => {
    const hall = served().do(bad({ named: true }));
    hall.clock('2026-11-25').do({ type: 'verify-rating', ...step(hall, 'pan'), finding: 'genuine', remedy: 'simple' });
    expect(loopOf(hall)).toMatchObject({ state: 'to-rectify', dueBy: '2026-12-02', appealUntil: '2026-11-30' });
    hall.clock('2026-11-27').do({ type: 'rectify-rating', ...step(hall, 'pan') });
    expect(loopOf(hall)).toMatchObject({ state: 'to-revisit', dueBy: '2026-12-04' });
    hall.do({ type: 'revisit-rating', ...step(hall, 'pan'), outcome: 'satisfied' });
    expect(loopOf(hall)).toMatchObject({ state: 'to-publish', dueBy: '2026-11-30' });
    expect(hall.clock('2026-11-30', '17:29').tick()).toEqual([]);
    expect(loopOf(hall).state).toBe('to-publish');
    expect(hall.clock('2026-11-30', '17:30').tick()).toEqual([]);
    expect(loopOf(hall)).toMatchObject({ state: 'published', dueBy: null });
    expect(contactOf(hall).closedAt).not.toBeNull();
    expect(hall.docket.ratings[ID]).toMatchObject({ level: 'dissatisfied', finding: 'genuine' });
  });

  it('goes back once when the citizen is not satisfied', () => {
    const hall = served().do(bad({ named: true }));
    hall.do({ type: 'verify-rating', ...step(hall, 'pan'), finding: 'genuine', remedy: 'at-once' });
    hall.do({ type: 'revisit-rating', ...step(hall, 'pan'), outcome: 'dissatisfied' });
    expect(loopOf(hall)).toMatchObject({ state: 'to-rectify', reopened: 1 });
    hall.do({ type: 'rectify-rating', ...step(hall, 'pan') });
    hall.do({ type: 'revisit-rating', ...step(hall, 'pan'), outcome: 'dissatisfied' });
    expect(loopOf(hall)).toMatchObject({ state: 'to-publish', revisit: 'dissatisfied' });
  });

  it('gives a card for each step that is late, once', () => {
    const hall = served().do(bad({ named: true }));
    expect(hall.clock('2026-11-25', '17:30').tick()).toEqual(['verify-late']);
    expect(hall.tick()).toEqual([]);
    hall.do({ type: 'verify-rating', ...step(hall, 'pan'), finding: 'genuine', remedy: 'complex' });
    expect(loopOf(hall).dueBy).toBe('2026-12-16');
    expect(hall.clock('2026-12-17').tick()).toEqual(['rectify-late']);
    hall.do({ type: 'rectify-rating', ...step(hall, 'pan') });
    expect(hall.clock('2026-12-28').tick()).toEqual(['revisit-late']);
  });

  it('mistaken leaves the score by decision and needs no remedy; the original stays', () => {
    const hall = served().do(bad());
    const verify = { type: 'verify-rating', ...step(hall, 'pan') } as const;
    expect(hall.refused({ ...verify, finding: 'mistaken', remedy: 'simple' })).toBe('remedy-missing');
    expect(hall.refused({ ...verify, finding: 'genuine', remedy: null })).toBe('remedy-missing');
    expect(hall.refused({ ...verify, finding: 'mistaken', remedy: null, words: null })).toBe('grounds-missing');
    hall.do({ ...verify, finding: 'mistaken', remedy: null });
    expect(hall.docket.ratings[ID]).toMatchObject({ level: 'dissatisfied', finding: 'mistaken' });
    hall.tick();
    expect(loopOf(hall).state).toBe('published');
  });

  it('the rated person appeals in time; another supervisor decides, and publication waits for it', () => {
    const hall = served().do(bad());
    const appeal = { type: 'appeal-rating', ...step(hall, 'li') } as const;
    expect(hall.refused(appeal)).toBe('wrong-loop-state');
    hall.do({ type: 'verify-rating', ...step(hall, 'pan'), finding: 'genuine', remedy: 'at-once' });
    expect(hall.refused({ ...appeal, byId: 'yang' })).toBe('not-the-rated');
    hall.clock('2026-11-26').do(appeal);
    expect(hall.refused(appeal)).toBe('already-appealed');
    expect(hall.clock('2026-11-30').tick()).toEqual([]);
    const decide = { type: 'decide-appeal', ...step(hall, 'song'), upheld: true, finding: 'mistaken' } as const;
    expect(hall.refused({ ...decide, byId: 'pan' })).toBe('own-verification');
    expect(hall.refused({ ...decide, byId: 'yang' })).toBe('not-the-head');
    expect(hall.refused({ ...decide, finding: null })).toBe('finding-missing');
    hall.do(decide).tick();
    expect(loopOf(hall).state).toBe('published');
    expect(hall.docket.ratings[ID]).toMatchObject({ level: 'dissatisfied', finding: 'mistaken' });
  });

  it('an appeal after its time is refused; one that nobody decides gives a card', () => {
    const late = served().do(bad({ named: true }));
    late.do({ type: 'verify-rating', ...step(late, 'pan'), finding: 'genuine', remedy: 'complex' });
    late.clock('2026-11-27', '17:30');
    expect(late.refused({ type: 'appeal-rating', ...step(late, 'li') })).toBe('appeal-too-late');
    const hall = served().do(bad());
    hall.do({ type: 'verify-rating', ...step(hall, 'pan'), finding: 'genuine', remedy: 'complex' });
    hall.do({ type: 'appeal-rating', ...step(hall, 'li') });
    expect(hall.clock('2026-12-01', '17:30').tick()).toEqual(['appeal-late']);
  });
});

describe('keeping out of it (回避)', () => {
  it('a rated supervisor’s goes to the other one, and of both to the director', () => {
    const of = (clerkId: string) => contactOf(served({ clerkId }).do(bad())).answerableId;
    expect(of('pan')).toBe('song');
    const hall = served({ clerkId: 'pan' }).onLeave({ staffId: 'song', from: '2026-11-24', until: '2026-11-24' });
    expect(contactOf(hall.do(bad())).answerableId).toBe('shen');
  });

  it('the rated can neither be handed it, nor take a step, nor act for who answers', () => {
    const hall = served({ clerkId: 'song' }).do(bad());
    const { id } = loopOf(hall);
    expect(contactOf(hall).answerableId).toBe('pan');
    const handOver = { type: 'hand-over', contactId: id, byId: 'pan', toId: 'song', words: null } as const;
    expect(hall.refused(handOver)).toBe('concerned');
    // song stands in for pan — but not in what is said about song.
    hall.onLeave({ staffId: 'pan', from: '2026-11-24', until: '2026-11-26' });
    const verify = { type: 'verify-rating', ...step(hall, 'song'), finding: 'mistaken', remedy: null } as const;
    expect(hall.refused(verify)).toBe('concerned');
    expect(hall.refused({ type: 'urge', contactId: id, byId: 'song', words: WORDS })).toBe('concerned');
    expect(hall.refused({ type: 'appoint', contactId: id, byId: 'song', toId: 'li' })).toBe('concerned');
    expect(hall.clock('2026-11-25', '17:30').tick()).toEqual(['verify-late']);
    const [card] = Object.values(hall.docket.cards);
    expect(card!.to).not.toContain('song');
    expect(hall.do({ ...verify, byId: 'shen' }).docket.ratings[ID]!.finding).toBe('mistaken');
  });

  it('the steps of a first contact do not end it', () => {
    const hall = served().do(bad());
    const at = { contactId: loopOf(hall).id, byId: 'pan', words: WORDS };
    expect(hall.refused({ type: 'answer', ...at, told: true })).toBe('its-own-steps');
    expect(hall.refused({ type: 'refer-out', ...at, officeNamed: true, explained: true })).toBe('its-own-steps');
    expect(hall.refused({ type: 'tell-citizen', ...at })).toBe('its-own-steps');
    expect(hall.refused({ type: 'void-contact', contactId: at.contactId, byId: 'pan' })).toBe('its-own-steps');
  });
});
