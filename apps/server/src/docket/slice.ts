import type { DocketCommand } from '@shouwen/domain/docket/commands';
import type { Docket } from '@shouwen/domain/docket/state';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { caseFromRow, cardFromRow, contactFromRow } from './rows.ts';

type Reader = Pick<HallTransaction, 'query'>;
type Row = Record<string, unknown>;

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** A first contact with its case, found by the number of either. */
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
  return { contacts: found, files };
}

/** Running numbers of a year. */
async function readCounters(reader: Reader, hallId: string, year: string): Promise<Record<string, number>> {
  const rows = await reader.query<{ id: string; n: number }>(
    'select id, n from docket_counter where hall_id = $1 and id = any($2)',
    [hallId, [`case-${year}`, `contact-${year}`]],
  );
  return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
}

/** The part of the docket that a command's rules look at. */
export async function readDocketSlice(
  reader: Reader,
  hallId: string,
  command: DocketCommand,
  day: string,
): Promise<Docket> {
  const { contacts, files } = await readFile(reader, hallId, {
    contactId: 'contactId' in command ? command.contactId : null,
    caseId: 'caseId' in command ? command.caseId : null,
  });
  const cards =
    'cardId' in command
      ? (await reader.query<Row>('select body from card where hall_id = $1 and id = $2', [hallId, command.cardId])).map(
          cardFromRow,
        )
      : [];
  const numbers = command.type === 'receive-case' || command.type === 'register-contact';
  return {
    cases: byId(files),
    contacts: byId(contacts),
    cards: byId(cards),
    counters: numbers ? await readCounters(reader, hallId, day.slice(0, 4)) : {},
  };
}
