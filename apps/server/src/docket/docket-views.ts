import type { CardView, DocketFile, DocketItem, StoryLine } from '@shouwen/contracts/views/docket.schema';
import type { CaseFile } from '@shouwen/domain/case/case';
import { docketActions } from '@shouwen/domain/docket/available-actions';
import { isAcknowledged, type Card } from '@shouwen/domain/docket/card';
import type { DocketContext } from '@shouwen/domain/docket/context';
import { levelOf, nextLimitOf } from '@shouwen/domain/docket/level';
import { emptyDocket } from '@shouwen/domain/docket/state';
import type { Petition } from '@shouwen/domain/petition/petition';
import { decidesFor, leads } from '@shouwen/domain/docket/own';
import { maskWords } from '@shouwen/domain/text/mask';
import { actsFor } from '@shouwen/domain/first-contact/duty';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import type { LogEvent } from '../hall-log/log-event.ts';
import { applicantIn, masked, officeIn } from './applicant.ts';
import { clockOf, leftDays } from './clock-view.ts';
import { refOf, type Held, type HeldWhole } from './docket-reader.ts';
import { owesOfPetition, toDisclosure, toLoop, toOpinion, toOrder } from './petition-views.ts';
import { officer, type Present } from './present.ts';

/** What of the docket each audience sees. Pure: from state to view. */

/** What somebody owes on a file; `watch` when it is somebody else's. */
function owesOf(
  { contact, file, petition }: Held,
  me: string,
  mine: readonly string[],
  context: DocketContext,
): DocketItem['owes'] {
  if (contact.handOver && mine.includes(contact.handOver.toId)) return 'acknowledge';
  if (contact.awaitsAppointment && leads(me, context)) return 'appoint';
  const asked = file?.extension && file.extension.approvedBy === null && file.state === 'deciding';
  if (asked && file.extension!.askedBy !== me && decidesFor(contact.answerableId, me, context)) return 'approve';
  if (file?.state === 'decided' && mine.includes(contact.answerableId)) return 'deliver';
  if (petition && petition.endedAt === null) return owesOfPetition(petition, contact, me, mine, context);
  if (contact.settled && contact.toldAt === null && !file && mine.includes(contact.firstReceiverId)) return 'tell';
  return contact.settled === null && mine.includes(contact.answerableId) ? 'handle' : 'watch';
}

const saidBy = (petition: Petition): DocketItem['said'] =>
  petition.kind === 'opinion' ? petition.opinion : petition.kind === 'order' ? petition.cause : petition.kind;

/** What a file is about: its matter, and what was said where that is what is owed an answer. */
export const aboutOf = ({ contact, file, petition }: Held): Pick<DocketItem, 'matterId' | 'said'> => ({
  matterId: file?.matterId ?? contact.matterId,
  said: petition && saidBy(petition),
});

export function toItem(held: Held, me: string, mine: readonly string[], { catalogue, context }: Present): DocketItem {
  const { contact, file, petition } = held;
  const acting = actsFor(contact.answerableId, context.day, context.catalogue, petition?.concerned);
  const state = contact.handOver
    ? 'offered'
    : contact.awaitsAppointment
      ? 'awaits-appointment'
      : contact.settled
        ? 'settled'
        : 'open';
  const { timeZone, dayStartsAt } = context.catalogue.hall;
  const due = nextLimitOf(file, contact, petition);
  const dueDay = due && serviceDayOf(due.at, timeZone, dayStartsAt);
  return {
    number: file?.id ?? contact.id,
    contactId: contact.id,
    caseId: file?.id ?? null,
    ...aboutOf(held),
    departmentId: file?.departmentId ?? contact.departmentId,
    state: contact.handOver || contact.awaitsAppointment ? state : (file?.state ?? petition?.state ?? state),
    channel: contact.channel,
    receivedDay: contact.day,
    answerable: officer(contact.answerableId, catalogue),
    actsFor: acting !== null && acting !== contact.answerableId ? officer(acting, catalogue) : null,
    firstReceiver: officer(contact.firstReceiverId, catalogue),
    offeredTo: contact.handOver ? officer(contact.handOver.toId, catalogue) : null,
    promisedLastDay: file?.promisedLastDay ?? null,
    legalLastDay: file?.legalLastDay ?? null,
    provisional: file?.provisional ?? false,
    feedbackBy: petition ? petition.dueBy : contact.feedbackBy,
    due: due && { ...due, day: dueDay! },
    leftDays: leftDays(dueDay, context),
    level: levelOf(file, contact, petition),
    unacknowledged: 0,
    thirdVisit: thirdVisitOf(file, catalogue),
    extensionAsked: file?.state === 'deciding' && file.extension !== null && file.extension.approvedBy === null,
    owes: owesOf(held, me, mine, context),
  };
}

/** What goes red first stands first; what nothing limits, last. */
export const byRed = (a: DocketItem, b: DocketItem): number =>
  (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity) || (a.number < b.number ? -1 : 1);

export function toCard(
  card: Card,
  { matterId, said }: Pick<DocketItem, 'matterId' | 'said'>,
  story: readonly LogEvent[],
  words: HeldWhole['words'],
  { catalogue }: Present,
): CardView {
  const given = story.find(({ seq }) => String(seq) === card.id);
  const text = (event: LogEvent | undefined) => words.get((event && refOf(event.data)) ?? '')?.['text'] ?? null;
  return {
    id: card.id,
    kind: card.kind,
    level: card.level,
    number: card.caseId ?? card.contactId,
    contactId: card.contactId,
    caseId: card.caseId,
    matterId,
    said,
    to: card.to.map((id) => officer(id, catalogue)),
    dueAt: card.dueAt,
    givenAt: card.givenAt,
    givenBy: card.givenBy ? officer(card.givenBy, catalogue) : null,
    replyBy: card.replyBy,
    words: text(given),
    acknowledgedAt: isAcknowledged(card) ? card.acknowledged[card.to[0]!]! : null,
    replies: story
      .filter(({ kind, data }) => kind === 'card-replied' && data['cardId'] === card.id)
      .map((event) => ({
        by: officer(event.data['byId'] as string, catalogue),
        at: event.at,
        words: text(event) ?? '',
      })),
  };
}

/** What citizens said themselves, as far as it is words. */
const SAID_BY_CITIZENS = [
  'contact-registered',
  'case-received',
  'rating-cast',
  'rating-added',
  'rating-revisited',
  'opinion-registered',
  'disclosure-registered',
];

/** Beginning and end of a card, which say nothing of an order: nobody came, nobody has to be told. */
const OF_A_CARD = ['contact-registered', 'contact-settled', 'citizen-told', 'contact-closed'];

const storyLine = (event: LogEvent, words: HeldWhole['words']): StoryLine => {
  const { words: _ref, ...data } = event.data;
  const said = words.get(refOf(event.data) ?? '');
  const text = said?.['text'] ?? null;
  return {
    seq: event.seq,
    at: event.at,
    kind: event.kind,
    actor: event.actor,
    data,
    words: text !== null && SAID_BY_CITIZENS.includes(event.kind) ? maskWords(text) : text,
    office: officeIn(said),
  };
};

function thirdVisitOf(file: CaseFile | null, catalogue: HallCatalogue): DocketItem['thirdVisit'] {
  if (!file?.thirdVisit) return null;
  const { cause, responsibleId } = file.thirdVisit;
  return { cause, responsible: responsibleId === null ? null : officer(responsibleId, catalogue) };
}

export function toFile(
  held: HeldWhole,
  me: string,
  mine: readonly string[],
  seq: number,
  hallClock: DocketFile['clock'],
  present: Present,
): DocketFile {
  const { contact, file, petition, rating, cards, story, words } = held;
  const { catalogue, context } = present;
  const guide = catalogue.published.matters.find(({ id }) => id === file?.matterId)?.guide;
  const docket = {
    ...emptyDocket(),
    cases: file ? { [file.id]: file } : {},
    contacts: { [contact.id]: contact },
    petitions: petition ? { [contact.id]: petition } : {},
    ratings: rating ? { [rating.id]: rating } : {},
  };
  const item = toItem(held, me, mine, present);
  const applicant = applicantIn(held);
  return {
    ...item,
    unacknowledged: cards.filter((card) => !isAcknowledged(card)).length,
    seq,
    clock: hallClock,
    about: contact.about,
    ticketId: contact.ticketId,
    kind: file?.kind ?? null,
    applicant: applicant && masked(applicant),
    loop: petition?.kind === 'rating' ? toLoop(petition, rating, present) : null,
    opinion: petition?.kind === 'opinion' ? toOpinion(petition, present) : null,
    order: petition?.kind === 'order' ? toOrder(petition, present) : null,
    disclosure: petition?.kind === 'disclosure' ? toDisclosure(petition, present) : null,
    materials: (file ? (guide?.materials ?? []) : []).map(({ id, name, minor }) => ({
      id,
      name,
      minor,
      state:
        file!.materials.includes(id) && !file!.missing.includes(id)
          ? 'given'
          : file!.state === 'supplement-asked'
            ? 'asked'
            : 'missing',
    })),
    files: (file?.files ?? [])
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, material, type, size, attachedAt, byId }) => ({
        id,
        material,
        type,
        size,
        at: attachedAt,
        by: officer(byId, catalogue),
      })),
    missingBy: file?.missingBy ?? null,
    notices: file?.notices ?? 0,
    visits: file?.visits ?? 1,
    limits: file ? clockOf(file, present) : null,
    extension: file?.extension
      ? {
          days: file.extension.days,
          askedBy: officer(file.extension.askedBy, catalogue),
          approvedBy: file.extension.approvedBy ? officer(file.extension.approvedBy, catalogue) : null,
        }
      : null,
    result: file?.decided?.result ?? null,
    broken: file?.broken ?? { promised: false, legal: false },
    breachReason: file?.breachReason ?? null,
    settled: contact.settled?.how ?? null,
    toldAt: contact.toldAt,
    late: contact.late,
    line: contact.line.map((id) => officer(id, catalogue)),
    cards: cards.map((card) => toCard(card, item, story, words, present)),
    story: story
      .filter(({ kind }) => petition?.kind !== 'order' || !OF_A_CARD.includes(kind))
      .map((event) => storyLine(event, words)),
    ...docketActions(docket, { caseId: file?.id ?? null, contactId: contact.id }, me, context),
  };
}
