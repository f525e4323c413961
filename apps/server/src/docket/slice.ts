import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { emptyDocket, type Docket } from '@shouwen/domain/docket/state';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { isBad, parseRatingId, type Rating, type ServingFacts } from '@shouwen/domain/rating/rating';
import { parseTicketId } from '@shouwen/domain/ticket/ticket';
import type { Sheet } from '@shouwen/domain/questionnaire/questionnaire';
import type { Inspection } from '@shouwen/domain/inspection/inspection';
import type { Petition } from '@shouwen/domain/petition/petition';
import {
  caseFromRow,
  cardFromRow,
  contactFromRow,
  inspectionFromRow,
  ratingFromRow,
  petitionFromRow,
  sheetFromRow,
} from './rows.ts';

type Reader = Pick<HallTransaction, 'query'>;
type Row = Record<string, unknown>;

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** A first contact with what hangs on it, found by the number of either. */
export async function readFile(
  reader: Reader,
  hallId: string,
  ids: { contactId?: string | null; caseId?: string | null },
) {
  const contacts = ids.contactId
    ? await reader.query<Row>('select body from first_contact where hall_id = $1 and id = $2', [hallId, ids.contactId])
    : ids.caseId
      ? await reader.query<Row>(
          `select f.body from case_file c join first_contact f on f.hall_id = c.hall_id and f.id = c.contact_id
           where c.hall_id = $1 and c.id = $2`,
          [hallId, ids.caseId],
        )
      : [];
  const found = contacts.map(contactFromRow);
  const caseIds = found.flatMap(({ caseId }) => caseId ?? []);
  const files = caseIds.length
    ? (
        await reader.query<Row>('select body from case_file where hall_id = $1 and id = any($2)', [hallId, caseIds])
      ).map(caseFromRow)
    : [];
  const petitions: Petition[] = found.length
    ? (
        await reader.query<Row>('select body from petition where hall_id = $1 and contact_id = any($2)', [
          hallId,
          found.map(({ id }) => id),
        ])
      ).map(petitionFromRow)
    : [];
  return { contacts: found, files, petitions };
}

/** Last numbers given in these lists. */
export async function readCounters(
  reader: Reader,
  hallId: string,
  ids: readonly string[],
): Promise<Record<string, number>> {
  if (ids.length === 0) return {};
  const rows = await reader.query<{ id: string; n: number }>(
    'select id, n from docket_counter where hall_id = $1 and id = any($2)',
    [hallId, ids],
  );
  return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
}

/** Commands that take the next number of the year. */
const NUMBERED: ReadonlySet<DocketCommand['type']> = new Set([
  'receive-case',
  'register-contact',
  'ask-online',
  'register-opinion',
  'register-disclosure',
  'give-order',
  'find-at-point',
]);

/** Which running numbers a command may give. */
function listsOf(command: DocketCommand, day: string): string[] {
  if (command.type === 'hand-in-sheet') return [`sheet-${command.questionnaireId}`];
  // Most ratings are not bad and open no card.
  if (command.type === 'cast-rating') return isBad(command.level) ? yearLists(day) : [];
  if (command.type === 'plan-inspection') return [`inspection-${day.slice(0, 4)}`];
  return NUMBERED.has(command.type) ? yearLists(day) : [];
}

/** The lists whose numbers begin anew each year. */
export const yearLists = (day: string): string[] => ['case', 'contact'].map((list) => `${list}-${day.slice(0, 4)}`);

/** The sheet that was handed in with a one-time code before. */
async function readSheetOf(reader: Reader, hallId: string, command: DocketCommand): Promise<Sheet[]> {
  if (command.type !== 'hand-in-sheet' || command.serial === null) return [];
  const rows = await reader.query<Row>(
    'select body from questionnaire_sheet where hall_id = $1 and questionnaire_id = $2 and serial = $3',
    [hallId, command.questionnaireId, command.serial],
  );
  return rows.map(sheetFromRow);
}

async function readInspectionOf(reader: Reader, hallId: string, command: DocketCommand): Promise<Inspection[]> {
  if (!('inspectionId' in command)) return [];
  const rows = await reader.query<Row>('select body from inspection where hall_id = $1 and id = $2', [
    hallId,
    command.inspectionId,
  ]);
  return rows.map(inspectionFromRow);
}

export async function readRatings(reader: Reader, hallId: string, ids: readonly string[]): Promise<Rating[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Row>(
    'select body from rating where hall_id = $1 and day = any($2::date[]) and id = any($3)',
    [hallId, ids.map((id) => id.slice(0, 10)), ids],
  );
  return rows.map(ratingFromRow);
}

/** A serving with its rating, in one statement: casting is the command that a whole hall sends at once. */
export const RATEABLE = `select s.queue_id, s.matter_id, s.window_id, s.clerk_id, s.started_at, s.ended_at,
    not exists (select 1 from serving later where later.hall_id = s.hall_id and later.day = s.day
      and later.window_id = s.window_id and later.ended_at > s.ended_at) as last, r.body
  from serving s left join rating r on r.hall_id = s.hall_id and r.day = s.day and r.id = $5
  where s.hall_id = $1 and s.day = $2 and s.number = $3 and s.n = $4`;

/** The serving that a rating is about, as the queue has it, and the rating once there is one; `null`: no such serving. */
export async function readRateable(
  reader: Reader,
  hallId: string,
  ratingId: string,
): Promise<{ serving: ServingFacts; rating: Rating | null } | null> {
  const place = parseRatingId(ratingId);
  const ticket = place && parseTicketId(place.ticketId);
  if (!place || !ticket) return null;
  const [row] = await reader.query<{
    queue_id: string;
    matter_id: string | null;
    window_id: string;
    clerk_id: string;
    started_at: Date;
    ended_at: Date | null;
    last: boolean;
    body: unknown;
  }>(RATEABLE, [hallId, ticket.day, ticket.number, place.servingN, ratingId]);
  if (!row) return null;
  const serving: ServingFacts = {
    ...place,
    day: ticket.day,
    windowId: row.window_id,
    clerkId: row.clerk_id,
    queueId: row.queue_id,
    matterId: row.matter_id,
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    lastAtWindow: row.last,
  };
  return { serving, rating: row.body ? ratingFromRow({ body: row.body }) : null };
}

/** The part of the docket that a command's rules look at. */
export async function readDocketSlice(
  reader: Reader,
  hallId: string,
  command: DocketCommand,
  day: string,
): Promise<Docket> {
  const cards =
    'cardId' in command
      ? (await reader.query<Row>('select body from card where hall_id = $1 and id = $2', [hallId, command.cardId])).map(
          cardFromRow,
        )
      : [];
  const { contacts, files, petitions } = await readFile(reader, hallId, {
    contactId: 'contactId' in command ? command.contactId : (cards[0]?.contactId ?? null),
    caseId: 'caseId' in command ? command.caseId : null,
  });
  const rated = 'ratingId' in command ? await readRateable(reader, hallId, command.ratingId) : null;
  const loops = petitions.flatMap((petition) => (petition.kind === 'rating' ? petition.ratingId : []));
  return {
    petitions: byId(petitions),
    ratings: byId([...(rated?.rating ? [rated.rating] : []), ...(await readRatings(reader, hallId, loops))]),
    servings: rated && 'ratingId' in command ? { [command.ratingId]: rated.serving } : {},
    cases: byId(files),
    contacts: byId(contacts),
    cards: byId(cards),
    sheets: byId(await readSheetOf(reader, hallId, command)),
    inspections: byId(await readInspectionOf(reader, hallId, command)),
    counters: await readCounters(reader, hallId, listsOf(command, day)),
  };
}

/** Cases, matters and questions that are open, with the cards that nobody has acknowledged and the year's running numbers. */
export async function readOpenDocket(reader: Reader, hallId: string, day: string): Promise<Docket> {
  const contacts = await reader.query<Row>(
    `select body from first_contact where hall_id = $1 and closed_at is null and body->>'about' = any($2) order by id`,
    [hallId, ['question', 'matter', 'case']],
  );
  const files = await reader.query<Row>(
    `select c.body from first_contact f join case_file c on c.hall_id = f.hall_id and c.id = f.case_id
     where f.hall_id = $1 and f.closed_at is null order by c.id`,
    [hallId],
  );
  const cards = await reader.query<Row>(
    `select k.body from card k join first_contact f on f.hall_id = k.hall_id and f.id = k.contact_id
     where k.hall_id = $1 and not k.acknowledged and f.closed_at is null and f.body->>'about' = any($2) order by k.id`,
    [hallId, ['question', 'matter', 'case']],
  );
  return {
    ...emptyDocket(),
    cases: byId(files.map(caseFromRow)),
    contacts: byId(contacts.map(contactFromRow)),
    cards: byId(cards.map(cardFromRow)),
    counters: await readCounters(reader, hallId, yearLists(day)),
  };
}
