import { matterName, personName, say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { OfficeNamed } from '@shouwen/contracts/views/docket.schema';
import type { Progress } from '@shouwen/contracts/views/progress.schema';
import { noticeOf } from '@shouwen/client/notice';
import { Banner } from '@shouwen/ui/banner';
import { Card } from '@shouwen/ui/card';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { loopHeadline, LoopNews } from './loop-news.tsx';
import css from './progress.module.css';

interface Props {
  progress: Progress;
  catalogue: PublicCatalogue;
  /** Kiosk: larger, and no links to telephone. */
  size?: 'kiosk' | 'normal';
}

type Words = Pick<ReturnType<typeof useText>, 't' | 'lng'>;

/** The one thing that the citizen came to see. */
function headline(progress: Progress, { t, lng }: Words): string {
  const { state, result, limits, feedbackBy, isCase, petition } = progress;
  if (petition?.kind === 'rating') return loopHeadline(progress, { t, lng });
  if (state === 'decided' && result) return t(`progress.decided.${result}`);
  if (
    state === 'delivered' ||
    state === 'refused' ||
    state === 'withdrawn' ||
    state === 'terminated' ||
    state === 'settled' ||
    state === 'closed' ||
    state === 'to-tell' ||
    state === 'to-correct'
  )
    return t(`progress.ended.${state}`);
  if (state === 'supplement-asked') return t('progress.waits');
  if (state === 'suspended') {
    const kind = limits?.band.findLast(({ part }) => part === 'suspended')?.kind;
    return kind ? t('progress.stillFor', { kind: t(`progress.kinds.${kind}`) }) : t('progress.still');
  }
  if (limits?.promisedLastDay) return t('progress.ends', { day: formatDay(limits.promisedLastDay, lng) });
  if (!isCase && feedbackBy) return t('progress.tells', { day: formatDay(feedbackBy, lng) });
  return t('progress.steps.case-received');
}

/** Some steps are told by what they came to. */
function stepKey(kind: string, data: Record<string, unknown>): string {
  if (kind === 'rating-verified') return `${kind}-${String(data['finding'])}`;
  if (kind === 'rating-revisited') return `${kind}-${String(data['outcome'])}`;
  if (kind === 'opinion-taken-up' && data['taken'] === false) return 'opinion-not-taken-up';
  if (kind === 'appeal-decided') return `${kind}-${data['upheld'] ? 'upheld' : 'rejected'}`;
  return kind;
}

/** Where it stands, who has it, what was promised, what day it ends and why. */
export function ProgressCard({ progress, catalogue, size = 'normal' }: Props) {
  const { t, lng } = useText();
  const { limits, answerable, firstReceiver, missing } = progress;
  const { timeZone } = catalogue.hall;
  const left = limits?.leftDays ?? null;
  // Something was said, nobody was received: its story begins with what was said.
  const steps = progress.steps
    .filter(({ kind }) => progress.petition === null || kind !== 'contact-registered')
    .reverse();
  const notice = noticeOf(progress);
  const stepDay = (value: unknown) => (typeof value === 'string' ? formatDay(value, lng) : '—');
  return (
    <article className={css.progress} data-size={size}>
      <Card as="section" size={size}>
        <p className={css.quiet}>
          {progress.number} ·{' '}
          {progress.petition !== null
            ? t(`progress.abouts.${progress.petition.kind}`)
            : matterName(catalogue, { matterId: progress.matterId, queueId: '' }, lng)}
        </p>
        <h2 className={css.headline}>{headline(progress, { t, lng })}</h2>
        {progress.petition?.kind === 'rating' && <LoopNews progress={progress} />}
        {left !== null && (
          <p>
            {left > 0
              ? t('progress.left', { count: left })
              : left === 0
                ? t('progress.lastToday')
                : t('progress.over', { count: -left })}
          </p>
        )}
        {progress.broken && (
          <Banner kind="closed" title={t('progress.broken')} size={size}>
            {progress.breachReason
              ? t('progress.reason', { reason: t(`progress.reasons.${progress.breachReason}`) })
              : t('progress.noReason')}
          </Banner>
        )}
        {limits && (
          <>
            {limits.expected && (
              <p>
                {t('progress.stillUntil', {
                  day: formatDay(limits.expected.resumes, lng),
                  done: formatDay(limits.expected.promised, lng),
                })}
              </p>
            )}
            <ol className={css.band}>
              {limits.band
                .flatMap((piece) => (isShown(piece.part) ? [{ ...piece, part: piece.part }] : []))
                .map(({ part, from, days, kind }) => (
                  <li key={from} data-part={part} style={{ flexGrow: days }}>
                    {t(`progress.band.${part}`, { days })}
                    {kind && ` · ${t(`progress.kinds.${kind}`)}`}
                  </li>
                ))}
            </ol>
            <p className={css.quiet}>
              {t('progress.promised', { count: limits.promisedDays })}
              {limits.legalLastDay && ` · ${t('progress.law', { day: formatDay(limits.legalLastDay, lng) })}`}
            </p>
            {limits.provisional && <p>{t('progress.provisional')}</p>}
            {size === 'normal' && progress.matterId && (
              <p>
                <a className={css.call} href={`/matter/${catalogue.hall.id}/${progress.matterId}`}>
                  {t('progress.recordLink')}
                </a>
              </p>
            )}
          </>
        )}
      </Card>
      {missing.length > 0 && (
        <Card as="section" tone="amber" size={size}>
          <h3>
            {t('progress.missing')}
            {progress.missingBy && ` · ${t('progress.missingBy', { day: formatDay(progress.missingBy, lng) })}`}
          </h3>
          <ul>
            {missing.map((one) => (
              <li key={one.zh}>{say(one, lng)}</li>
            ))}
          </ul>
          {notice.otherwiseWithdrawn && <p>{t('progress.otherwise')}</p>}
        </Card>
      )}
      {notice.appeal && (
        <Card as="section" tone="blue" size={size}>
          {progress.ground && <p>{t(`progress.grounds.${progress.ground}`)}</p>}
          <p>{appealWords(catalogue, { t, lng })}</p>
        </Card>
      )}
      <Card as="section" size={size}>
        <h3>{t('progress.who')}</h3>
        <p className={css.who}>
          <strong>{personName(answerable, lng)}</strong> {say(answerable.post, lng)}
        </p>
        {answerable.telephone && (
          <Telephone
            text={t('progress.call', { telephone: answerable.telephone })}
            number={answerable.telephone}
            size={size}
          />
        )}
        {progress.offered && <p>{t('progress.offered')}</p>}
        {progress.petition === null && (
          <p className={css.quiet}>{t('progress.first', { name: personName(firstReceiver, lng) })}</p>
        )}
      </Card>
      {progress.words.length > 0 && (
        <Card as="section" tone="blue" size={size}>
          <h3>{t('progress.told')}</h3>
          {progress.words.map(({ at, kind, words, office }) => (
            <div key={`${at} ${kind}`}>
              {words && <p className={css.words}>{words}</p>}
              {office && <Office office={office} size={size} />}
            </div>
          ))}
        </Card>
      )}
      <Card as="section" size={size}>
        <h3>{t('progress.story')}</h3>
        <ol className={css.steps}>
          {steps.map(({ at, kind, data }) => (
            <li key={`${at} ${kind}`}>
              <time>{formatDateTime(at, timeZone, lng)}</time>
              {t(`progress.steps.${stepKey(kind, data)}` as 'progress.steps.case-suspended', {
                day: stepDay(data['promisedLastDay'] ?? data['dueBy']),
                days: Number(data['days'] ?? 0),
                kind:
                  typeof data['kind'] === 'string'
                    ? t(`progress.kinds.${data['kind']}` as 'progress.kinds.hearing')
                    : '',
              })}
            </li>
          ))}
        </ol>
        <Telephone
          text={t('progress.complain', { telephone: progress.complaintTelephone })}
          number={progress.complaintTelephone}
          size={size}
        />
      </Card>
    </article>
  );
}

/** Where somebody may turn who was refused; by name where the hall has set it. */
function appealWords({ hall: { appeal } }: PublicCatalogue, { t, lng }: Words): string {
  return appeal
    ? t('progress.appealAt', { reconsideration: say(appeal.reconsideration, lng), court: say(appeal.court, lng) })
    : t('progress.appeal');
}

/** Another office: its name, where it is, how to reach it. */
function Office({ office, size }: { office: OfficeNamed; size: 'kiosk' | 'normal' }) {
  const { t } = useText();
  return (
    <address className={css.office}>
      <strong>{t('progress.goTo', { name: office.name })}</strong>
      {office.address && <span>{office.address}</span>}
      {office.telephone && (
        <Telephone text={t('progress.call', { telephone: office.telephone })} number={office.telephone} size={size} />
      )}
    </address>
  );
}
/** Pieces of the clock that concern the citizen: what the law would still allow does not. */
const SHOWN = ['running', 'suspended', 'left', 'over'] as const;
const isShown = (part: string): part is (typeof SHOWN)[number] => (SHOWN as readonly string[]).includes(part);

/** On a phone the number is called with a touch. */
function Telephone({ text, number, size }: { text: string; number: string; size: 'kiosk' | 'normal' }) {
  return (
    <p>
      {size === 'kiosk' ? (
        text
      ) : (
        <a className={css.call} href={`tel:${number}`}>
          {text}
        </a>
      )}
    </p>
  );
}
