import { useState } from 'react';
import { matterName, personName, say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { issueReceipt } from '@shouwen/contracts/http/progress.operations';
import type { DocketFile, Receipt } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import docket from './docket.module.css';
import css from './print-panel.module.css';

interface Props {
  file: DocketFile;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The paper for the citizen: receipt, one-time notice or refusal, whichever the file is at; with a fresh code each time. */
export function PrintPanel({ file, open, onOpen }: Props) {
  const me = useMe();
  const { t } = useText();
  const issue = useCommand(issueReceipt);
  const [paper, setPaper] = useState<Receipt | null>(null);
  const make = async () => {
    const made = await issue.run({ params: { hallId: me.hallId, contactId: file.contactId } });
    if (!made) return;
    setPaper(made);
    onOpen(true);
  };
  return (
    <>
      <p className={docket.print}>
        <Button busy={issue.pending} onClick={() => void make()}>
          {t('docket.receipt')}
        </Button>
      </p>
      <Failure error={issue.error} />
      <Dialog
        open={open && paper !== null}
        onClose={() => onOpen(false)}
        title={paper ? titleOf(paper, t) : ''}
        actions={
          <>
            <Button onClick={() => onOpen(false)}>{t('docket.cancel')}</Button>
            <Button kind="primary" onClick={() => window.print()}>
              {t('docket.print')}
            </Button>
          </>
        }
      >
        {paper && <Paper paper={paper} />}
      </Dialog>
    </>
  );
}

function titleOf({ state, isCase }: Receipt, t: ReturnType<typeof useText>['t']): string {
  if (state === 'refused') return t('docket.refusalTitle');
  if (state === 'supplement-asked') return t('docket.supplementTitle');
  return t(isCase ? 'docket.caseReceiptTitle' : 'docket.receiptTitle');
}

function Paper({ paper }: { paper: Receipt }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  if (!catalogue) return null;
  const { timeZone, name } = catalogue.hall;
  const refusal = paper.state === 'refused';
  const lastWords = paper.words.at(-1);
  return (
    <article className={css.paper}>
      <h3>
        {say(name, lng)} · {titleOf(paper, t)}
      </h3>
      <p className={css.number}>{paper.number}</p>
      <p>{matterName(catalogue, { matterId: paper.matterId, queueId: '' }, lng)}</p>
      <p>{formatDateTime(paper.receivedAt, timeZone, lng)}</p>
      <p>
        {t('docket.firstReceiver', { name: personName(paper.firstReceiver, lng) })} {paper.firstReceiver.telephone}
      </p>
      <p>
        {t('docket.whoAnswers')}: {personName(paper.answerable, lng)} · {say(paper.answerable.post, lng)}{' '}
        {paper.answerable.telephone}
      </p>
      {paper.missing.length > 0 && (
        <section>
          <strong>{t('docket.bring')}</strong>
          <ol>
            {paper.missing.map((one) => (
              <li key={one.zh}>{say(one, lng)}</li>
            ))}
          </ol>
          {paper.missingBy && <p>{t('docket.due', { day: formatDay(paper.missingBy, lng) })}</p>}
        </section>
      )}
      {lastWords && <p className={css.words}>{lastWords.words}</p>}
      {paper.limits?.promisedLastDay && (
        <p>
          {t('docket.promised', { day: formatDay(paper.limits.promisedLastDay, lng) })} (
          {t('docket.workdays', { count: paper.limits.promisedDays })})
          {paper.limits.legalLastDay && ` · ${t('docket.legal', { day: formatDay(paper.limits.legalLastDay, lng) })}`}
          {paper.limits.provisional && ` · ${t('docket.provisional')}`}
        </p>
      )}
      {paper.feedbackBy && !paper.isCase && <p>{t('docket.answerBy', { day: formatDay(paper.feedbackBy, lng) })}</p>}
      {refusal && <p>{t('docket.appeal')}</p>}
      <p className={css.code}>
        {t('docket.code')} <strong>{`${paper.code.slice(0, 4)} ${paper.code.slice(4)}`}</strong>
      </p>
      <p>{t('docket.codeHint')}</p>
      <p>{t('docket.complain', { telephone: paper.complaintTelephone })}</p>
    </article>
  );
}
