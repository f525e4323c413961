import type { CaseFile } from '../../case/case.ts';
import { daysUsed } from '../../case/dates.ts';
import type { FirstContact } from '../../first-contact/first-contact.ts';
import {
  acting,
  answerLater,
  asked,
  offered,
  received,
  returned,
  saying,
  settled,
  UNSAID,
  urge,
} from './colleagues.ts';
import type { DocketPlay } from './docket-play.ts';
import { characterOf, HABITS, type Character } from './habits.ts';

/** What a working day brings for something that was open the evening before. */
export function goOn(play: DocketPlay, contact: FirstContact): void {
  const file = play.caseOf(contact);
  if (contact.handOver) return offered(play, contact.id, 35);
  if (contact.awaitsAppointment) return returned(play, contact.id);
  if (file) return goOnWithCase(play, file, contact);
  if (contact.settled) return settled(play, contact.id);
  return contact.line.length > 1 ? answerLater(play, contact.id) : received(play, contact);
}

/** Cards that nobody saw the day before. */
export function seeCards(play: DocketPlay): void {
  for (const cardId of play.unseen) {
    const card = play.docket.cards[cardId]!;
    const random = play.chance(card.contactId);
    if (!random.chance(HABITS.seen)) continue;
    const byId = card.to[0]!;
    play.later(random.between(5, 240), () => void play.do({ type: 'acknowledge-card', cardId, byId }));
  }
}

function goOnWithCase(play: DocketPlay, file: CaseFile, contact: FirstContact): void {
  const { id } = file;
  const random = play.chance(contact.id);
  const byId = acting(play, contact.answerableId);
  const moment = play.sometime(random);
  switch (file.state) {
    case 'received':
      if (random.chance(HABITS.acceptedOnline))
        play.at(moment, () => void play.do({ type: 'accept-case', caseId: id, byId, missingBy: null }));
      return;
    case 'supplement-asked':
      if (random.chance(HABITS.supplementBrought)) {
        play.at(moment, () => {
          play.do({ type: 'bring-materials', caseId: id, byId, materials: file.missing });
          play.later(6, () => void play.do({ type: 'accept-case', caseId: id, byId, missingBy: null }));
        });
      } else if (random.chance(HABITS.withdrawn * 5))
        play.at(moment, () => void play.do({ type: 'withdraw-case', caseId: id, byId }));
      return;
    case 'decided':
      if (random.chance(HABITS.delivered))
        play.at(moment, () => void play.do({ type: 'deliver-case', caseId: id, byId }));
      return;
    case 'suspended':
      return stoodStill(play, file, byId);
    default:
      return decide(play, file, contact, byId, moment);
  }
}

/** Working days of the limit that are used up when today is over. */
const usedToday = (play: DocketPlay, { accepted, suspensions }: CaseFile): number =>
  daysUsed(accepted!.day, play.day, suspensions, play.world.calendar);

const baseDays = ({ promisedDays, extension }: CaseFile): number =>
  promisedDays - (extension?.approvedBy ? extension.days : 0);

const character = (play: DocketPlay, file: CaseFile): Character =>
  characterOf(file, { promisedDays: baseDays(file), legalDays: file.legalDays }, play.world);

function stoodStill(play: DocketPlay, file: CaseFile, byId: string): void {
  const { procedure } = character(play, file);
  const { from } = file.suspensions.at(-1)!;
  const days = (procedure?.days ?? 5) + (procedure?.longer ?? 0);
  if (play.world.calendar.between(from, play.day) < Math.max(1, days)) return;
  play.at(
    play.sometime(play.chance(file.contactId)),
    () => void play.do({ type: 'resume-case', caseId: file.id, byId }),
  );
}

function decide(play: DocketPlay, file: CaseFile, contact: FirstContact, byId: string, moment: number): void {
  const { id } = file;
  const random = play.chance(contact.id);
  const used = usedToday(play, file);
  const { decidedOn, procedure, extends: extended } = character(play, file);
  if (file.missing.length > 0) {
    if (random.chance(HABITS.missingBrought))
      play.at(moment, () => void play.do({ type: 'bring-materials', caseId: id, byId, materials: file.missing }));
    return;
  }
  if (procedure && used >= procedure.on && file.suspensions.length === 0) {
    const expectedEnd = play.world.calendar.after(play.day, procedure.days);
    const command = { type: 'suspend-case', caseId: id, byId, kind: procedure.kind, expectedEnd, ...UNSAID } as const;
    return play.at(moment, () => void play.do(command, saying('procedure', random)));
  }
  if (extended && file.extension === null && used >= baseDays(file) - 1 && used < baseDays(file)) {
    const days = Math.ceil(random.between(2, 6));
    const command = { type: 'ask-extension', caseId: id, byId, days, ...UNSAID } as const;
    return play.at(moment, () => void play.do(command, saying('extension', random)));
  }
  if (file.extension && file.extension.approvedBy === null) return asked(play, file);
  if (random.chance(HABITS.withdrawn)) play.at(moment, () => void play.do({ type: 'withdraw-case', caseId: id, byId }));
  if (used >= decidedOn) {
    const denied = random.chance(HABITS.denied);
    const command = {
      type: 'decide-case',
      caseId: id,
      byId,
      result: denied ? 'denied' : 'granted',
      ...UNSAID,
    } as const;
    return play.at(moment, () => void play.do(command, denied ? saying('denial', random) : undefined));
  }
  if (file.fired.red !== undefined && random.chance(0.15)) play.at(moment, () => urge(play, contact.id, random));
}
