import { closeWith } from '../docket/decide-contact.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import { closesOn, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import type { NewDocketEvent } from '../docket/events.ts';
import { leads } from '../docket/own.ts';
import type { DocketRefusal } from '../docket/refusals.ts';
import type { Docket } from '../docket/state.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import { keptFrom } from '../petition/handles.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { LoopAlarm, LoopState, RatingLoop } from './loop.ts';
import { canMoveLoop, type LoopMove } from './loop.workflow.ts';

interface Held {
  loop: RatingLoop;
  contact: FirstContact;
}

/** A loop from whose state the step is possible. Fails closed. */
function movable(docket: Docket, contactId: string, move: LoopMove): Held | DocketRefusal {
  const loop = docket.petitions[contactId];
  const contact = docket.contacts[contactId];
  if (loop?.kind !== 'rating' || !contact) return turnDown('unknown-rating');
  if (canMoveLoop(loop.state, move)) return { loop, contact };
  return turnDown(loop.endedAt === null ? 'wrong-loop-state' : 'contact-closed', { state: loop.state });
}

/** The same for whoever answers for it — never for somebody whom it is about (回避). */
function own(
  docket: Docket,
  { contactId, byId }: { contactId: string; byId: string },
  move: LoopMove,
  context: DocketContext,
): Held | DocketRefusal {
  const held = movable(docket, contactId, move);
  if ('refused' in held) return held;
  return keptFrom(held.loop, held.contact, byId, context) ?? held;
}

/** Where a loop stands after a step: its state, the day that is due now, and what goes off when it passes. */
export interface Stand {
  state: LoopState;
  dueBy: ServiceDay | null;
  alarms: Readonly<Partial<Record<LoopAlarm, number>>>;
}

const ALARM_OF: Readonly<Partial<Record<LoopState, LoopAlarm>>> = {
  'to-verify': 'verify-late',
  'to-rectify': 'rectify-late',
  'to-revisit': 'revisit-late',
  'to-publish': 'publish',
};

/** The alarm of a running appeal stays whatever the loop does. */
const ofAppeal = ({ alarms }: Pick<RatingLoop, 'alarms'>): Stand['alarms'] =>
  alarms['appeal-late'] === undefined ? {} : { 'appeal-late': alarms['appeal-late'] };

function standAt(
  state: Exclude<LoopState, 'published'>,
  dueBy: ServiceDay,
  loop: Pick<RatingLoop, 'alarms'>,
  { catalogue }: DocketContext,
): Stand {
  return { state, dueBy, alarms: { ...ofAppeal(loop), [ALARM_OF[state]!]: closesOn(dueBy, catalogue) } };
}

/** What comes when nothing has to be put right (any more): the revisit where a contact was left, then publication. */
function afterRemedy(loop: RatingLoop, appealUntil: ServiceDay | null, context: DocketContext): Stand {
  const { calendar, catalogue, day } = context;
  if (loop.named) return standAt('to-revisit', calendar.after(day, catalogue.hall.limits.revisitDays), loop, context);
  return toPublish(loop, appealUntil, context);
}

/** Publication waits for the rated person's time to appeal, and for the decision of an appeal. */
function toPublish(
  loop: Pick<RatingLoop, 'alarms' | 'appeal'>,
  appealUntil: ServiceDay | null,
  context: DocketContext,
): Stand {
  const { day } = context;
  const waiting = loop.appeal !== null && loop.appeal.decided === null ? loop.appeal.decideBy : appealUntil;
  const dueBy = waiting !== null && waiting > day ? waiting : day;
  // An undecided appeal holds the publication: the decision sets it.
  if (loop.appeal !== null && loop.appeal.decided === null)
    return { state: 'to-publish', dueBy, alarms: ofAppeal(loop) };
  const at = appealUntil === null || loop.appeal !== null ? context.now : closesOn(dueBy, context.catalogue);
  return { state: 'to-publish', dueBy, alarms: { publish: at } };
}

/** Verifies (核实): genuine, mistaken or malicious, with the grounds, and how it will be put right. */
export function decideVerify(
  docket: Docket,
  command: DocketCommandOf<'verify-rating'>,
  context: DocketContext,
): DocketDecision {
  const held = own(docket, command, 'verify', context);
  if ('refused' in held) return held;
  const { loop } = held;
  const { contactId, byId, finding, remedy, words } = command;
  if (words === null) return turnDown('grounds-missing');
  if ((finding === 'genuine') !== (remedy !== null)) return turnDown('remedy-missing');
  const { calendar, catalogue, day } = context;
  const { limits } = catalogue.hall;
  const appealUntil = finding === 'genuine' ? calendar.after(day, limits.appealDays) : null;
  const days = remedy === 'complex' ? limits.rectifyComplexDays : limits.rectifyDays;
  const stand =
    remedy === null || remedy === 'at-once'
      ? afterRemedy(loop, appealUntil, context)
      : standAt('to-rectify', calendar.after(day, days), loop, context);
  const { ratingId } = loop;
  return {
    events: [
      { kind: 'rating-verified', data: { contactId, ratingId, byId, finding, remedy, appealUntil, ...stand, words } },
    ],
  };
}

/** Put right (整改): what was done, in words that can be published. */
export function decideRectify(
  docket: Docket,
  command: DocketCommandOf<'rectify-rating'>,
  context: DocketContext,
): DocketDecision {
  const held = own(docket, command, 'rectify', context);
  if ('refused' in held) return held;
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const { loop } = held;
  const stand = afterRemedy(loop, loop.appealUntil, context);
  return {
    events: [{ kind: 'rating-rectified', data: { contactId, ratingId: loop.ratingId, byId, ...stand, words } }],
  };
}

/** The revisit (回访): everybody who left a contact. Dissatisfied sends it back to be put right, once. */
export function decideRevisit(
  docket: Docket,
  command: DocketCommandOf<'revisit-rating'>,
  context: DocketContext,
): DocketDecision {
  const held = own(docket, command, 'revisit', context);
  if ('refused' in held) return held;
  const { contactId, byId, outcome, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const { loop } = held;
  const again = outcome === 'dissatisfied' && loop.reopened === 0 && loop.verified?.finding === 'genuine';
  const { calendar, catalogue, day } = context;
  const stand = again
    ? standAt('to-rectify', calendar.after(day, catalogue.hall.limits.rectifyDays), loop, context)
    : toPublish(loop, loop.appealUntil, context);
  return {
    events: [
      { kind: 'rating-revisited', data: { contactId, ratingId: loop.ratingId, byId, outcome, again, ...stand, words } },
    ],
  };
}

/** The rated person appeals (申诉), within three working days of a genuine finding, once. */
export function decideAppeal(
  docket: Docket,
  command: DocketCommandOf<'appeal-rating'>,
  context: DocketContext,
): DocketDecision {
  const held = movable(docket, command.contactId, 'appeal');
  if ('refused' in held) return held;
  const { loop } = held;
  const { contactId, byId, words } = command;
  if (!loop.concerned.includes(byId)) return turnDown('not-the-rated');
  if (loop.appeal !== null) return turnDown('already-appealed');
  const over = loop.appealUntil === null || context.now >= closesOn(loop.appealUntil, context.catalogue);
  if (over) return turnDown('appeal-too-late');
  if (words === null) return turnDown('grounds-missing');
  const { calendar, catalogue, day } = context;
  const decideBy = calendar.after(day, catalogue.hall.limits.appealDecideDays);
  const { publish: _held, ...others } = loop.alarms;
  const alarms = { ...others, 'appeal-late': closesOn(decideBy, catalogue) };
  return {
    events: [{ kind: 'rating-appealed', data: { contactId, ratingId: loop.ratingId, byId, decideBy, alarms, words } }],
  };
}

/** Another supervisor decides the appeal: neither the one who verified nor anybody whom it is about. */
export function decideDecideAppeal(
  docket: Docket,
  command: DocketCommandOf<'decide-appeal'>,
  context: DocketContext,
): DocketDecision {
  const held = movable(docket, command.contactId, 'decide-appeal');
  if ('refused' in held) return held;
  const { loop } = held;
  const { contactId, byId, upheld, finding, words } = command;
  if (loop.appeal === null || loop.appeal.decided !== null) return turnDown('no-appeal');
  if (loop.concerned.includes(byId)) return turnDown('concerned');
  if (loop.verified?.byId === byId) return turnDown('own-verification');
  if (!leads(byId, context)) return turnDown('not-the-head');
  if (words === null) return turnDown('grounds-missing');
  if (upheld !== (finding !== null)) return turnDown('finding-missing');
  const { 'appeal-late': _decided, ...alarms } = loop.alarms;
  const decided = { ...loop.appeal, decided: { byId, upheld, at: context.now } };
  const after = { ...loop, alarms, appeal: decided };
  const stand: Stand =
    loop.state === 'to-publish'
      ? toPublish(after, loop.appealUntil, context)
      : // Nothing is left to put right when the rating should not stand.
        upheld && loop.state === 'to-rectify'
        ? afterRemedy(after, loop.appealUntil, context)
        : { state: loop.state, dueBy: loop.dueBy!, alarms };
  return {
    events: [
      { kind: 'appeal-decided', data: { contactId, ratingId: loop.ratingId, byId, upheld, finding, ...stand, words } },
    ],
  };
}

/** Published and closed: the clock's step when the time to appeal is over. */
export function publication(loop: RatingLoop, contact: FirstContact): NewDocketEvent[] {
  return [
    { kind: 'loop-published', data: { contactId: loop.id, ratingId: loop.ratingId, byId: 'clock' } },
    ...closeWith(contact, 'clock', 'answered', true),
  ];
}
