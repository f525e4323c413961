import { Button } from '@shouwen/ui/button';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../../i18n/text.ts';
import css from './files.module.css';
import type { Sending } from './use-uploads.ts';

/** A file on its way, or why it was not taken. */
export function SendingLine({ one, onDismiss }: { one: Sending; onDismiss: () => void }) {
  const { t } = useText();
  const percent = Math.round(one.share * 100);
  const state = one.share < 1 ? t('docket.files.sent', { percent }) : t('docket.files.checking');
  return (
    <li className={css.sending}>
      <span className={css.name}>{one.name || t('docket.files.unnamed')}</span>
      {one.error === null ? (
        <>
          <ProgressBar value={one.share} label={one.name} valueText={state} />
          <small>{state}</small>
        </>
      ) : (
        <>
          <span role="alert" className={css.refused}>
            <span aria-hidden="true">▲ </span>
            {one.error}
          </span>
          <Button kind="quiet" onClick={onDismiss}>
            {t('docket.files.dismiss')}
          </Button>
        </>
      )}
    </li>
  );
}
