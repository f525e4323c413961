import type { ReactNode } from 'react';
import { personName, say } from '@shouwen/client/names';
import { noticeOf, type NoticeKind } from '@shouwen/client/notice';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { topicOf } from '../topic.ts';
import type { Paper } from './papers.ts';
import css from './sheet.module.css';

/** Decisions and notices bear the office's seal, the date and both signatures (行政许可法 art. 32). */
const SEALED: readonly NoticeKind[] = [
  'supplement',
  'accepted',
  'accepted-missing',
  'suspended',
  'refused',
  'granted',
  'denied',
];

const saidIn = ({ petition }: Receipt) => (petition?.kind === 'opinion' ? petition.opinion : (petition?.kind ?? null));

interface Props {
  receipt: Receipt;
  catalogue: PublicCatalogue;
  paper: Paper;
}

/** What the citizen takes along: what was decided, what is still to do and by when, who answers, and how to look it up. */
export function Sheet({ receipt, catalogue, paper }: Props) {
  const { t, lng } = useText();
  const notice = noticeOf(receipt);
  const { hall } = catalogue;
  const { timeZone } = hall;
  const { firstReceiver, answerable, limits } = receipt;
  const day = (value: string) => formatDay(value, lng, { year: true });
  return (
    <article className={css.sheet} data-paper={paper} lang={lng}>
      <header>
        <p className={css.hall}>{say(hall.name, lng)}</p>
        <h3>{t(`docket.paper.titles.${notice.kind}`)}</h3>
        <p className={css.number}>{receipt.number}</p>
        <p>{topicOf({ said: saidIn(receipt), matterId: receipt.matterId }, { t, lng, catalogue })}</p>
      </header>
      <section className={css.main}>
        <Lead receipt={receipt} catalogue={catalogue} />
        {receipt.missing.length > 0 && (
          <ol>
            {receipt.missing.map((one) => (
              <li key={one.zh}>{say(one, lng)}</li>
            ))}
          </ol>
        )}
        {notice.words && <p className={css.words}>{notice.words}</p>}
        {receipt.missing.length > 0 && receipt.missingBy && (
          <p>
            <strong>{t('docket.paper.bringBy', { day: day(receipt.missingBy) })}</strong>
            {notice.otherwiseWithdrawn && ` ${t('docket.paper.otherwise')}`}
          </p>
        )}
        {notice.office && (
          <address>
            <strong>{t('docket.paper.goTo', { name: notice.office.name })}</strong>
            {notice.office.address && <span>{t('docket.paper.at', { address: notice.office.address })}</span>}
            {notice.office.telephone && <span>{t('docket.paper.call', { telephone: notice.office.telephone })}</span>}
          </address>
        )}
        {limits?.promisedLastDay && receipt.result === null && (
          <p>
            <strong>{t('docket.paper.promised', { day: day(limits.promisedLastDay) })}</strong>{' '}
            {t('docket.paper.counted', { count: limits.promisedDays })}
            {limits.legalLastDay && ` ${t('docket.paper.legal', { day: day(limits.legalLastDay) })}`}
            {limits.provisional && ` ${t('docket.provisional')}`}
          </p>
        )}
        {receipt.feedbackBy && !receipt.isCase && receipt.settled === null && (
          <p>{t('docket.answerBy', { day: day(receipt.feedbackBy) })}</p>
        )}
        {notice.appeal && <p>{appealWords(catalogue, lng, t)}</p>}
      </section>
      <dl className={css.facts}>
        <Fact name={t('docket.paper.on')}>{formatDateTime(notice.at, timeZone, lng)}</Fact>
        <Fact name={t('docket.paper.answers')}>
          {personName(answerable, lng)} · {say(answerable.post, lng)} {answerable.telephone}
        </Fact>
        <Fact name={t('docket.paper.received')}>
          {personName(firstReceiver, lng)} {firstReceiver.telephone}
        </Fact>
        <Fact name={t('docket.code')}>
          <strong className={css.code}>{`${receipt.code.slice(0, 4)} ${receipt.code.slice(4)}`}</strong>
        </Fact>
      </dl>
      <p className={css.small}>
        {t('docket.codeHint')} {t('docket.complain', { telephone: receipt.complaintTelephone })}
        {'。'.repeat(lng === 'en' ? 0 : 1)} {say(hall.address, lng)} {hall.telephone}
      </p>
      {SEALED.includes(notice.kind) && (
        <footer className={css.signed}>
          <span>{t('docket.paper.signOffice')}</span>
          <span>{t('docket.paper.signCitizen')}</span>
          <span>{t('docket.paper.seal')}</span>
        </footer>
      )}
    </article>
  );
}

/** The one sentence that the paper is about. */
function Lead({ receipt, catalogue }: Pick<Props, 'receipt' | 'catalogue'>) {
  const { t, lng } = useText();
  const { kind } = noticeOf(receipt);
  const { limits, ground, steps } = receipt;
  const deemed = kind === 'accepted' && limits?.how === 'deemed';
  const special = steps.findLast((one) => one.kind === 'case-suspended')?.data;
  const until = special?.['expectedEnd'];
  return (
    <p className={css.lead}>
      {t(deemed ? 'docket.paper.deemed' : `docket.paper.leads.${kind}`, {
        days: catalogue.hall.limits.acceptanceDays,
        accepted: limits ? formatDay(limits.acceptedDay, lng, { year: true }) : '',
        ground: ground ? t(`docket.grounds.${ground}`) : '',
        procedure:
          typeof special?.['kind'] === 'string' ? t(`docket.kinds.${special['kind']}` as 'docket.kinds.hearing') : '',
        end: typeof until === 'string' ? formatDay(until, lng, { year: true }) : '',
        state: t(`docket.states.${receipt.state}`),
      })}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function appealWords(
  { hall: { appeal } }: PublicCatalogue,
  lng: 'zh-CN' | 'en',
  t: ReturnType<typeof useText>['t'],
): string {
  return appeal
    ? t('docket.paper.appealAt', {
        reconsideration: say(appeal.reconsideration, lng),
        court: say(appeal.court, lng),
      })
    : t('docket.paper.appeal');
}
