import type { CaseFile } from '../../case/case.ts';
import type { DocketEvent, DocketEventOf } from '../../docket/events.ts';
import { actsFor, headOf, supervisorOn } from '../../first-contact/duty.ts';
import type { FirstContact } from '../../first-contact/first-contact.ts';
import type { Random } from '../random.ts';
import type { DocketPlay } from './docket-play.ts';
import { HABITS } from './habits.ts';
import { lineFor, officeFor, type Occasion } from './invented.ts';

/** Words for an occasion. */
export const saying = (occasion: Occasion, random: Random) => ({ text: lineFor(occasion, random) });
/** Filled in by the play when something was said. */
export const UNSAID = { words: null } as const;

/** Who acts for somebody today. */
export const acting = (play: DocketPlay, staffId: string): string =>
  actsFor(staffId, play.day, play.world.catalogue) ?? staffId;

const supervisor = (play: DocketPlay, other: string): string => supervisorOn(play.day, play.world.catalogue) ?? other;

/** Clerks of a department, its head last; everybody's when nobody is competent. */
export function clerksOf(play: DocketPlay, departmentId: string | null): string[] {
  const { staff, departments } = play.world.catalogue;
  const own = Object.values(staff).filter((one) => one.role === 'clerk' && one.departmentId === departmentId);
  const head = departmentId === null ? null : departments[departmentId]?.headId;
  const ids = own.map(({ id }) => id);
  if (head && !ids.includes(head)) ids.push(head);
  return ids.length > 0 ? ids : Object.values(staff).flatMap(({ id, role }) => (role === 'clerk' ? id : []));
}

/** Hands a matter to somebody of the competent department who has not had it yet. */
export function handOn(play: DocketPlay, contactId: string, random: Random): void {
  const { departmentId, line, answerableId, handOver } = play.contact(contactId);
  const to = clerksOf(play, departmentId).filter((id) => !line.includes(id) && id !== handOver?.toId);
  if (to.length === 0) return unclear(play, contactId, random);
  const command = { type: 'hand-over', contactId, byId: acting(play, answerableId), toId: random.pick(to) } as const;
  play.do({ ...command, ...UNSAID }, saying('handed', random));
}

/** Nobody is clearly competent: the supervisor names somebody. */
export function unclear(play: DocketPlay, contactId: string, random: Random): void {
  const byId = acting(play, play.contact(contactId).answerableId);
  play.do({ type: 'report-unclear', contactId, byId, ...UNSAID }, saying('unclear', random));
}

/** What people do about what has just happened; only while it still stands when they come to it. */
export function react(play: DocketPlay, event: DocketEvent): void {
  switch (event.kind) {
    case 'contact-registered':
      return event.data.about === 'case' ? undefined : received(play, play.contact(event.data.contactId));
    case 'contact-offered':
      return offered(play, event.data.contactId);
    case 'contact-refused':
    case 'contact-unclear':
      return returned(play, event.data.contactId);
    case 'contact-acknowledged':
    case 'contact-appointed':
      return takenOver(play, event.data.contactId);
    case 'contact-settled':
      return settled(play, event.data.contactId);
    case 'extension-asked':
      return asked(play, play.docket.cases[event.data.caseId]!);
    case 'case-decided':
      return decided(play, play.docket.cases[event.data.caseId]!);
    case 'card-given':
      return warned(play, event);
  }
}

/** Registered and not answered on the spot: answered soon, handed to the competent department, sent to the right office, or unclear. */
export function received(play: DocketPlay, { id }: FirstContact): void {
  const random = play.chance(id);
  const draw = random.next();
  const open = () => play.contact(id).settled === null && play.contact(id).handOver === null;
  play.later(random.between(2, 8), () => {
    if (!open()) return;
    if (draw < 0.55) handOn(play, id, random);
    else if (draw < 0.6) unclear(play, id, random);
    else if (draw < 0.66) {
      const byId = acting(play, play.contact(id).answerableId);
      const named = { officeNamed: true, explained: false };
      play.do({ type: 'refer-out', contactId: id, byId, ...named, ...UNSAID }, officeFor(random));
    } else answerLater(play, id);
  });
}

/** Answers after a while, told in person or to be told. */
export function answerLater(play: DocketPlay, id: string): void {
  const random = play.chance(id);
  play.later(random.lognormal(70, 0.8), () => {
    const { settled: done, handOver, caseId, answerableId } = play.contact(id);
    if (done || handOver || caseId !== null) return;
    const told = random.chance(0.6);
    const byId = acting(play, answerableId);
    play.do({ type: 'answer', contactId: id, byId, told, ...UNSAID }, saying('answer', random));
  });
}

/** Answers a hand-over: taken over, or refused with a reason. */
export function offered(play: DocketPlay, id: string, soon = 9): void {
  const random = play.chance(id);
  const draw = random.next();
  if (draw < HABITS.leftLying) return;
  play.later(random.lognormal(soon, 0.7), () => {
    const { handOver } = play.contact(id);
    if (handOver === null) return;
    const byId = acting(play, handOver.toId);
    if (draw > 1 - HABITS.notTaken) {
      const reason = random.pick(['not-my-duty', 'not-competent', 'incomplete'] as const);
      play.do({ type: 'refuse-hand-over', contactId: id, byId, reason, ...UNSAID }, saying('not-mine', random));
    } else play.do({ type: 'acknowledge', contactId: id, byId });
  });
}

/** Came back: tried with somebody else, or the supervisor names who does it. */
export function returned(play: DocketPlay, id: string): void {
  const random = play.chance(id);
  play.later(random.between(12, 70), () => {
    const { awaitsAppointment, departmentId, handOver, settled: done, line } = play.contact(id);
    if (handOver || done) return;
    if (!awaitsAppointment) return handOn(play, id, random);
    const able = clerksOf(play, departmentId).filter((one) => one !== line.at(-1));
    const [fallback] = clerksOf(play, null);
    const toId = able.length > 0 ? random.pick(able) : fallback!;
    play.do({ type: 'appoint', contactId: id, byId: supervisor(play, line[0]!), toId });
  });
}

function takenOver(play: DocketPlay, id: string): void {
  if (play.contact(id).caseId === null) answerLater(play, id);
}

/** The first receiver answers for the citizen being told. */
export function settled(play: DocketPlay, id: string): void {
  const random = play.chance(id);
  play.later(random.lognormal(50, 0.9), () => {
    const { toldAt, caseId, firstReceiverId } = play.contact(id);
    if (toldAt !== null || caseId !== null) return;
    play.do({ type: 'tell-citizen', contactId: id, byId: acting(play, firstReceiverId), words: null });
  });
}

/** The head answers a request for more days. */
export function asked(play: DocketPlay, { id, contactId, extension }: CaseFile): void {
  const random = play.chance(contactId);
  const declined = random.chance(0.15);
  play.later(random.between(40, 300), () => {
    const { answerableId } = play.contact(contactId);
    const head = headOf(answerableId, play.world.catalogue);
    const byId = head !== null && head !== extension?.askedBy ? acting(play, head) : supervisor(play, answerableId);
    if (declined) play.do({ type: 'decline-extension', caseId: id, byId, words: null });
    else play.do({ type: 'approve-extension', caseId: id, byId });
  });
}

/** A promise not kept is explained in public; the result is handed over when the citizen comes. */
function decided(play: DocketPlay, { id, contactId, broken }: CaseFile): void {
  const random = play.chance(contactId);
  const byId = acting(play, play.contact(contactId).answerableId);
  if (broken.promised && random.chance(HABITS.explained)) {
    const reason = random.pick(['other-office', 'workload', 'materials', 'complex', 'system-fault'] as const);
    play.later(random.between(5, 50), () => {
      play.do({ type: 'explain-breach', caseId: id, byId, reason, ...UNSAID }, saying('breach', random));
    });
  }
  if (random.chance(HABITS.delivered))
    play.later(random.between(30, 240), () => void play.do({ type: 'deliver-case', caseId: id, byId }));
}

/** A card is seen, a grave one answered; what has gone red the supervisor urges. */
export function warned(play: DocketPlay, { seq, data }: DocketEventOf<'card-given'>): void {
  const cardId = String(seq);
  const { contactId, kind, to } = data;
  const random = play.chance(contactId);
  const grave = ['red', 'legal-red', 'urged', 'feedback-late', 'to-director'].includes(kind);
  if (random.chance(HABITS.seen)) {
    play.later(random.lognormal(45, 0.8), () => void play.do({ type: 'acknowledge-card', cardId, byId: to[0]! }));
    if (grave && random.chance(HABITS.replied)) {
      play.later(random.between(60, 200), () => {
        play.do({ type: 'reply-card', cardId, byId: to[0]!, ...UNSAID }, saying('reply', random));
      });
    }
  }
  if (['red', 'legal-red'].includes(kind) && random.chance(HABITS.urged))
    play.later(random.between(20, 120), () => urge(play, contactId, random));
}

/** A supervisor urges, and the handler replies. */
export function urge(play: DocketPlay, contactId: string, random: Random): void {
  const byId = supervisor(play, play.contact(contactId).answerableId);
  play.do({ type: 'urge', contactId, byId, words: null }, saying('urging', random));
}
