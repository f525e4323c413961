import { useState } from 'react';
import { Link } from 'wouter';
import { personName } from '@shouwen/client/names';
import { useCatalogue } from '@shouwen/client/react/hall';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import docket from './docket.module.css';
import { PrintPanel } from './print/print-panel.tsx';
import { RegisterForm } from './register-form.tsx';
import css from './register.module.css';
import { useDocketHall, useStaff } from './use-docket.ts';

/** First contact at the desk, by telephone, by letter or online: one short form, the receipt, and the form again for the next. */
export default function RegisterScreen() {
  const me = useMe();
  const { t } = useText();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const [done, setDone] = useState<{ file: DocketFile; error: Error | null } | null>(null);
  if (!catalogue || !staff.data) {
    return <Shell hall={hall}>{staff.error ? <Failure error={staff.error} /> : <Opening />}</Shell>;
  }
  return (
    <Shell hall={hall}>
      <main className={`${docket.page} ${css.page}`}>
        <header>
          <h1>{t('register.registerTitle')}</h1>
          <p className={docket.quiet}>{t('register.registerHint')}</p>
        </header>
        {done && <Done key={done.file.contactId} {...done} />}
        <Card>
          <RegisterForm
            key={done?.file.contactId}
            catalogue={catalogue}
            staff={staff.data}
            onDone={(file, error) => setDone({ file, error })}
          />
        </Card>
      </main>
    </Shell>
  );
}

/** What was registered, who answers for it now, and the paper for the citizen. */
function Done({ file, error }: { file: DocketFile; error: Error | null }) {
  const { t, lng } = useText();
  return (
    <Card tone="jade" labelledBy="done">
      <div className={css.done} role="status">
        <div>
          <h2 id="done">{t('register.registered', { number: file.number })}</h2>
          <p>
            {file.settled
              ? t('register.registeredAnswered')
              : file.offeredTo
                ? t('docket.offeredTo', { name: personName(file.offeredTo, lng) })
                : t('docket.answeredBy', { name: personName(file.answerable, lng) })}
            {file.due &&
              !file.settled &&
              ` · ${t('clock.dueBy.tell', { day: formatDay(file.feedbackBy ?? file.due.day, lng) })}`}
          </p>
          <p>
            <Link href={`/dashboard/docket/${file.contactId}`}>{t('register.openFile')}</Link>
          </p>
        </div>
        <PrintPanel file={file} />
      </div>
      <Failure error={error} />
    </Card>
  );
}
