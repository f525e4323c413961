import { personName, type ScreenLanguage } from '@shouwen/client/names';
import { formatNames, formatBytes, formatDay } from '@shouwen/ui/i18n/format';
import type { Say } from '../i18n/text.ts';

/** What a sentence about the docket is made with. */
export interface Told {
  t: Say;
  lng: ScreenLanguage;
  staff: readonly { id: string; name: string; latinName: string }[];
}

/** Who it was: a member of staff, the clock, the applicant. */
export const nameOf = (id: unknown, { staff, lng, t }: Told): string => {
  if (id === 'clock') return t('docket.clockActor');
  if (id === 'citizen') return t('docket.citizenActor');
  if (typeof id === 'string' && id.startsWith('device:')) return t('supervision.actors.device');
  return (
    personName(
      staff.find((one) => one.id === id),
      lng,
    ) || String(id ?? '')
  );
};

type Group = 'channels' | 'kinds' | 'results' | 'breaches' | 'refusals' | 'cardKinds' | 'grounds' | 'lookReasons';

const REASONS_OF: Readonly<Record<string, Group>> = {
  'contact-refused': 'refusals',
  'data-looked-at': 'lookReasons',
};

/** What was attached or looked at; a file by its kind and size, its name stays out. */
function whatOf(kind: string, data: Record<string, unknown>, { t, lng }: Told): string {
  if (kind === 'data-looked-at') return t(data['fileId'] ? 'docket.looked.file' : 'docket.looked.applicant');
  return kind === 'file-attached'
    ? `${String(data['type']).toUpperCase()} ${formatBytes(Number(data['size']), lng)}`
    : '';
}

/** An event as a sentence; what its data says goes into the sentence's gaps. */
export function docketSentence({ kind, data }: { kind: string; data: Record<string, unknown> }, told: Told): string {
  const { t, lng } = told;
  const day = (value: unknown) => (typeof value === 'string' ? formatDay(value, lng) : '—');
  const of = (group: Group, value: unknown) =>
    typeof value === 'string' ? t(`docket.${group}.${value}` as 'docket.kinds.hearing') : '';
  const to = Array.isArray(data['to'])
    ? formatNames(
        data['to'].map((id) => nameOf(id, told)),
        lng,
      )
    : nameOf(data['toId'], told);
  const rating = (group: 'levels' | 'findings' | 'revisits', value: unknown) =>
    typeof value === 'string' ? t(`rating.${group}.${value}` as 'rating.levels.satisfied') : '';
  return t(`docket.events.${sentenceFor(kind, data)}` as 'docket.events.card-given', {
    level: rating('levels', data['level']),
    finding: rating('findings', data['finding']),
    outcome: rating('revisits', data['outcome']),
    disclosed:
      typeof data['outcome'] === 'string' ? t(`voices.outcomes.${data['outcome']}` as 'voices.outcomes.granted') : '',
    opinion: typeof data['opinion'] === 'string' ? t(`docket.said.${data['opinion']}` as 'docket.said.report') : '',
    source: typeof data['source'] === 'string' ? t(`voices.sources.${data['source']}` as 'voices.sources.box') : '',
    due: day(data['dueBy']),
    decideBy: day(data['decideBy']),
    upheld: t(`rating.appealDecided.${data['upheld'] === true ? 'true' : 'false'}`),
    by: nameOf(data['byId'], told),
    to,
    channel: of('channels', data['channel']),
    case: String(data['caseId'] ?? ''),
    days: Number(data['days'] ?? data['promisedDays'] ?? 0),
    promised: day(data['promisedLastDay']),
    end: day(data['expectedEnd']),
    kind: of('kinds', data['kind']),
    card: of('cardKinds', data['kind']),
    result: of('results', data['result']),
    reason: of(REASONS_OF[kind] ?? 'breaches', data['reason']),
    ground: of('grounds', data['ground']),
    bring: day(data['bringBy']),
    what: whatOf(kind, data, told),
    visit: Number(data['visit'] ?? 0),
  });
}

/** Steps of the loop whose sentence depends on where they lead. */
function sentenceFor(kind: string, data: Record<string, unknown>): string {
  if (kind === 'rating-revisited' && data['again'] === true) return 'rating-revisited-again';
  if (kind === 'opinion-taken-up' && data['taken'] === false) return 'opinion-not-taken-up';
  if (kind === 'rating-verified' && data['state'] === 'to-publish') return 'rating-verified-end';
  return kind;
}
