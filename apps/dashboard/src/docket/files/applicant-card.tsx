import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { lookAtApplicant } from '@shouwen/contracts/http/file.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { LookReason } from '@shouwen/domain/docket/events';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import docket from '../docket.module.css';
import css from './files.module.css';
import { LookDialog } from './look-dialog.tsx';
import { SHOWN_MS } from './use-opened.ts';

interface Clear {
  name: string;
  telephone: string;
}

/** Who it is about: masked, and for a minute in clear to who looks with a reason. */
export function ApplicantCard({ file }: { file: DocketFile }) {
  const me = useMe();
  const { t } = useText();
  const queries = useQueryClient();
  const look = useCommand(lookAtApplicant);
  const [asking, setAsking] = useState(false);
  const [clear, setClear] = useState<Clear | null>(null);
  useEffect(() => {
    if (!clear) return;
    const timer = setTimeout(() => setClear(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [clear]);
  if (!file.applicant) return null;
  const may = file.dataActions.some(({ action, refused }) => action === 'look-at-applicant' && refused === undefined);
  const show = async (reason: LookReason) => {
    setAsking(false);
    const { hallId } = me;
    const answer = await look.run({ params: { hallId, contactId: file.contactId }, body: { reason } });
    if (answer) setClear(answer);
    void queries.invalidateQueries({ queryKey: ['docket', hallId, 'file', file.contactId] });
  };
  const shown = clear ?? file.applicant;
  return (
    <Card labelledBy="applicant">
      <h2 id="applicant">{t('docket.applicant')}</h2>
      <div className={css.clear} aria-live="polite">
        <strong>{shown.name || t('docket.look.noName')}</strong>
        {clear?.telephone ? (
          <a href={`tel:${clear.telephone}`}>{clear.telephone}</a>
        ) : (
          <span>{shown.telephone || t('docket.look.noTelephone')}</span>
        )}
        <Failure error={look.error} />
        {clear ? (
          <>
            <small className={docket.quiet}>{t('docket.look.hides')}</small>
            <Button onClick={() => setClear(null)}>{t('docket.look.hide')}</Button>
          </>
        ) : (
          may && (
            <Button busy={look.pending} onClick={() => setAsking(true)}>
              {t('docket.look.show')}
            </Button>
          )
        )}
      </div>
      {asking && <LookDialog onClose={() => setAsking(false)} onChoose={(reason) => void show(reason)} />}
    </Card>
  );
}
