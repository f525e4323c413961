import type { SaidKind, SaidRow } from '@shouwen/contracts/views/figures.schema';
import type { DocketContext } from '@shouwen/domain/docket/context';
import type { FirstContact } from '@shouwen/domain/first-contact/first-contact';
import type { Opinion } from '@shouwen/domain/opinion/opinion';
import { maySee } from '@shouwen/domain/petition/may-see';
import { isBad } from '@shouwen/domain/rating/rating';
import { maskWords } from '@shouwen/domain/text/mask';
import type { Instant } from '@shouwen/domain/time/instant';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { DocketReader } from '../docket/docket-reader.ts';
import { contactFromRow, petitionFromRow, ratingFromRow } from '../docket/rows.ts';
import type { PersonalData } from '../hall-log/personal-data.ts';
import type { Period } from './period.ts';

type RowOf<K extends SaidKind> = Omit<Extract<SaidRow, { kind: K }>, 'causes'>;

/** What was said once: what is searched in it, and what of it is shown. */
export interface Said {
  at: Instant;
  /** All of its words, masked. */
  all: string;
  /** Ids of the labels that were touched. */
  labels: readonly string[];
  bad: boolean;
  row: RowOf<'rating'> | RowOf<'opinion'>;
}

/** A rating may be cast or added to so many days after its serving at most: where its events are looked for. */
const LATEST_DAYS = 31;

/** Nobody is shown ratings about themselves. */
const RATINGS = `select r.body, max(e.data->'words'->>'ref') filter (where e.kind = 'rating-cast') as ref,
    max(e.data->'words'->>'ref') filter (where e.kind = 'rating-added') as added
  from rating r join hall_event e on e.hall_id = r.hall_id and e.subject = 'rating:' || r.id
    and e.day between $2 and $3::date + ${LATEST_DAYS} and e.kind in ('rating-cast', 'rating-added')
  where r.hall_id = $1 and r.day between $2 and $3 and r.clerk_id <> $4
  group by r.hall_id, r.day, r.id, r.body`;

const OPINIONS = `select p.body, f.body as contact, e.at, e.data->'words'->>'ref' as ref
  from petition p join first_contact f on f.hall_id = p.hall_id and f.id = p.contact_id
    join hall_event e on e.hall_id = p.hall_id and e.subject = 'contact:' || p.contact_id
      and e.day = (p.body->>'openedDay')::date and e.kind = 'opinion-registered'
  where p.hall_id = $1 and p.kind = 'opinion' and p.body->>'openedDay' between $2 and $3`;

interface Asked {
  hallId: string;
  /** Who asks. */
  me: string;
  period: Period;
  catalogue: HallCatalogue;
  context: DocketContext;
}

/** Opens and masks words; those that were erased are left out. */
async function opened(personal: PersonalData, hallId: string, refs: readonly (string | null)[]) {
  const words = await personal.readRefs(
    hallId,
    refs.filter((ref) => ref !== null),
  );
  return (ref: string | null): string | null => {
    const text = ref === null ? undefined : words.get(ref)?.['text'];
    return text === undefined ? null : maskWords(text);
  };
}

/** Ratings of a period that hold words or are bad. */
export async function saidInRatings(
  { database }: DocketReader,
  personal: PersonalData,
  { hallId, me, period: { from, until }, catalogue }: Asked,
): Promise<Said[]> {
  const rows: { body: unknown; ref: string | null; added: string | null }[] = await database.query(RATINGS, [
    hallId,
    from,
    until,
    me,
  ]);
  const textOf = await opened(
    personal,
    hallId,
    rows.flatMap(({ ref, added }) => [ref, added]),
  );
  const forms = catalogue.published.ratingForms;
  return rows.flatMap(({ body, ref, added: addedRef }): Said[] => {
    const rating = ratingFromRow({ body });
    const { id, day, level, labels, windowId, matterId, contactId } = rating;
    const [text, added] = [textOf(ref), textOf(addedRef)];
    if (text === null && added === null && !isBad(level)) return [];
    const form = forms.find(({ version }) => version === rating.form);
    const names = labels.flatMap((one) => form?.labels.find((label) => label.id === one)?.name ?? []);
    const row = { kind: 'rating', ratingId: id, day, level, text: text ?? '', added, labels: names } as const;
    return [
      {
        at: rating.castAt,
        all: [text ?? '', added ?? ''].join('\n').trim(),
        labels,
        bad: isBad(level),
        row: { ...row, windowId, matterId, contactId },
      },
    ];
  });
}

/** Opinions of a period, as far as the asker may see them: never what is about themselves. */
export async function saidInOpinions(
  { database }: DocketReader,
  personal: PersonalData,
  { hallId, me, period: { from, until }, context }: Asked,
): Promise<Said[]> {
  const rows: { body: unknown; contact: unknown; at: Date; ref: string | null }[] = await database.query(OPINIONS, [
    hallId,
    from,
    until,
  ]);
  const seen = rows
    .map(({ body, contact, at, ref }) => ({
      opinion: petitionFromRow({ body }) as Opinion,
      contact: contactFromRow({ body: contact }) as FirstContact,
      at,
      ref,
    }))
    .filter(({ opinion, contact }) => maySee(opinion, contact, me, context));
  const textOf = await opened(
    personal,
    hallId,
    seen.map(({ ref }) => ref),
  );
  return seen.flatMap(({ opinion, contact, at, ref }): Said[] => {
    const text = textOf(ref);
    if (text === null) return [];
    const { id: contactId, openedDay: day, source, subject } = opinion;
    const { windowId } = subject;
    const row = { kind: 'opinion', opinion: opinion.opinion, source, day, text, labels: [], windowId } as const;
    return [
      {
        at: at.getTime(),
        all: text,
        labels: [],
        bad: opinion.opinion !== 'suggestion',
        row: { ...row, labels: [], matterId: contact.matterId, contactId },
      },
    ];
  });
}
