import type { CaseFile } from '@shouwen/domain/case/case';
import { isAcknowledged, type Card } from '@shouwen/domain/docket/card';
import { nextDue, type Docket } from '@shouwen/domain/docket/state';
import type { FirstContact } from '@shouwen/domain/first-contact/first-contact';
import { scoreOf, type Rating } from '@shouwen/domain/rating/rating';
import type { Sheet } from '@shouwen/domain/questionnaire/questionnaire';
import type { Inspection } from '@shouwen/domain/inspection/inspection';
import type { Petition } from '@shouwen/domain/petition/petition';

/** Rows of the docket's tables: the whole state as `body`, and the columns that lists ask for. */

type Row = Record<string, unknown>;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const caseToRow = (hallId: string, file: CaseFile): Row => ({
  hall_id: hallId,
  id: file.id,
  contact_id: file.contactId,
  matter_id: file.matterId,
  department_id: file.departmentId,
  state: file.state,
  received_day: file.receivedDay,
  accepted_day: file.accepted?.day ?? null,
  promised_last_day: file.promisedLastDay,
  decided_day: file.decided?.day ?? null,
  ended_at: iso(file.endedAt),
  body: file,
});

export const contactToRow = (hallId: string, contact: FirstContact): Row => ({
  hall_id: hallId,
  id: contact.id,
  case_id: contact.caseId,
  ticket_id: contact.ticketId,
  department_id: contact.departmentId,
  day: contact.day,
  first_receiver_id: contact.firstReceiverId,
  answerable_id: contact.answerableId,
  offered_to_id: contact.handOver?.toId ?? null,
  closed_at: iso(contact.closedAt),
  body: contact,
});

export const cardToRow = (hallId: string, card: Card): Row => ({
  hall_id: hallId,
  id: Number(card.id),
  contact_id: card.contactId,
  case_id: card.caseId,
  kind: card.kind,
  level: card.level,
  handler_id: card.to[0],
  given_at: iso(card.givenAt),
  acknowledged: isAcknowledged(card),
  body: card,
});

export const petitionToRow = (hallId: string, petition: Petition): Row => ({
  hall_id: hallId,
  contact_id: petition.id,
  kind: petition.kind,
  state: petition.state,
  due_by: petition.dueBy,
  ended_at: iso(petition.endedAt),
  body: petition,
});

export const ratingToRow = (hallId: string, rating: Rating): Row => ({
  hall_id: hallId,
  day: rating.day,
  id: rating.id,
  window_id: rating.windowId,
  clerk_id: rating.clerkId,
  queue_id: rating.queueId,
  matter_id: rating.matterId,
  department_id: rating.departmentId,
  channel: rating.channel,
  score: scoreOf(rating.level),
  finding: rating.finding,
  cast_at: iso(rating.castAt),
  contact_id: rating.contactId,
  body: rating,
});

export const sheetToRow = (hallId: string, sheet: Sheet): Row => ({
  hall_id: hallId,
  id: sheet.id,
  questionnaire_id: sheet.questionnaireId,
  source: sheet.source,
  serial: sheet.serial,
  at: iso(sheet.at),
  body: sheet,
});

export const inspectionToRow = (hallId: string, inspection: Inspection): Row => ({
  hall_id: hallId,
  id: inspection.id,
  day: inspection.day,
  state: inspection.state,
  body: inspection,
});

/** When something next falls due on a first contact or what hangs on it; `at` null: nothing will. */
export function dueRow(hallId: string, contact: FirstContact, { cases, petitions }: Docket): Row {
  const petition = petitions[contact.id];
  const file = contact.caseId === null ? undefined : cases[contact.caseId];
  const moments = [
    nextDue(contact.alarms),
    file ? nextDue(file.alarms) : null,
    petition ? nextDue(petition.alarms) : null,
  ].filter((at) => at !== null);
  const at = moments.length > 0 ? Math.min(...moments) : null;
  return { hall_id: hallId, contact_id: contact.id, case_id: contact.caseId, at: iso(at) };
}

export const caseFromRow = (row: Row): CaseFile => row['body'] as CaseFile;
export const contactFromRow = (row: Row): FirstContact => row['body'] as FirstContact;
export const inspectionFromRow = (row: Row): Inspection => row['body'] as Inspection;
export const petitionFromRow = (row: Row): Petition => row['body'] as Petition;
export const sheetFromRow = (row: Row): Sheet => row['body'] as Sheet;
export const ratingFromRow = (row: Row): Rating => row['body'] as Rating;
export const cardFromRow = (row: Row): Card => row['body'] as Card;
