import { APPLICANT_KINDS, type ApplicantKind, type Disclosure, type DisclosureOutcome } from './disclosure.ts';

/**
 * The third table of the annual report on disclosure (政府信息公开工作年度报告, 收到和处理政府信息公开申请情况), in the State Council's
 * shape: what came in, what was carried over, what was decided row by row, what is carried on; a column per kind of applicant.
 */
export const TABLE_ROWS = [
  { id: 'received', number: '一', group: null, outcomes: null },
  { id: 'carried-over', number: '二', group: null, outcomes: null },
  { id: 'granted', number: '（一）', group: 'decided', outcomes: ['granted'] },
  { id: 'partly', number: '（二）', group: 'decided', outcomes: ['partly'] },
  { id: 'state-secret', number: '（三）1', group: 'denied', outcomes: ['state-secret'] },
  { id: 'prohibited', number: '（三）2', group: 'denied', outcomes: ['prohibited'] },
  { id: 'public-safety', number: '（三）3', group: 'denied', outcomes: ['public-safety'] },
  { id: 'third-party', number: '（三）4', group: 'denied', outcomes: ['third-party'] },
  { id: 'internal', number: '（三）5', group: 'denied', outcomes: ['internal'] },
  { id: 'in-process', number: '（三）6', group: 'denied', outcomes: ['in-process'] },
  { id: 'enforcement-file', number: '（三）7', group: 'denied', outcomes: ['enforcement-file'] },
  { id: 'administrative-query', number: '（三）8', group: 'denied', outcomes: ['administrative-query'] },
  // The table has no row for what another office publishes: it is information that this one does not have.
  { id: 'not-held', number: '（四）1', group: 'not-to-be-had', outcomes: ['not-held', 'not-ours'] },
  { id: 'to-be-made', number: '（四）2', group: 'not-to-be-had', outcomes: ['to-be-made'] },
  { id: 'still-unclear', number: '（四）3', group: 'not-to-be-had', outcomes: ['still-unclear'] },
  { id: 'complaint', number: '（五）1', group: 'not-treated', outcomes: ['complaint'] },
  { id: 'repeated', number: '（五）2', group: 'not-treated', outcomes: ['repeated'] },
  { id: 'published-matter', number: '（五）3', group: 'not-treated', outcomes: ['published-matter'] },
  { id: 'excessive', number: '（五）4', group: 'not-treated', outcomes: ['excessive'] },
  { id: 'confirmation', number: '（五）5', group: 'not-treated', outcomes: ['confirmation'] },
  { id: 'not-corrected', number: '（六）1', group: 'otherwise', outcomes: ['not-corrected'] },
  { id: 'fee-unpaid', number: '（六）2', group: 'otherwise', outcomes: ['fee-unpaid'] },
  { id: 'other', number: '（六）3', group: 'otherwise', outcomes: ['other'] },
  { id: 'total', number: '（七）', group: 'decided', outcomes: null },
  { id: 'carried-on', number: '四', group: null, outcomes: null },
] as const satisfies readonly {
  id: string;
  number: string;
  group: string | null;
  outcomes: readonly DisclosureOutcome[] | null;
}[];
export type TableRowId = (typeof TABLE_ROWS)[number]['id'];

export interface TableRow {
  id: TableRowId;
  number: string;
  /** Counts by kind of applicant, and all together. */
  counts: Readonly<Record<ApplicantKind, number>>;
  total: number;
}

type Counted = Pick<Disclosure, 'applicant' | 'openedDay' | 'outcome' | 'answered'>;

/** The table of a year. Received plus carried over is decided plus carried on, in every column. */
export function statutoryTable(disclosures: readonly Counted[], year: number): TableRow[] {
  const first = `${year}-01-01`;
  const next = `${year + 1}-01-01`;
  const decidedIn = ({ answered }: Counted) => answered !== null && answered.day >= first && answered.day < next;
  const openAt = (day: string) => (one: Counted) =>
    one.openedDay < day && (one.answered === null || one.answered.day >= day);
  const selects = (row: (typeof TABLE_ROWS)[number]): ((one: Counted) => boolean) => {
    if (row.outcomes !== null)
      return (one) => decidedIn(one) && (row.outcomes as readonly (string | null)[]).includes(one.outcome);
    if (row.id === 'received') return ({ openedDay }) => openedDay >= first && openedDay < next;
    if (row.id === 'carried-over') return openAt(first);
    return row.id === 'total' ? decidedIn : openAt(next);
  };
  return TABLE_ROWS.map((row) => {
    const mine = disclosures.filter(selects(row));
    const counts = Object.fromEntries(
      APPLICANT_KINDS.map((kind) => [kind, mine.filter(({ applicant }) => applicant === kind).length]),
    ) as Record<ApplicantKind, number>;
    return { id: row.id, number: row.number, counts, total: mine.length };
  });
}
