import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './voices.module.css';

/** Number and code for whoever said it: shown once, whoever entered it may not be allowed to see more. */
export function CodeNote({ receipt, onAgain }: { receipt: Receipt; onAgain: () => void }) {
  const { t, lng } = useText();
  return (
    <div className={css.narrow}>
      <Card tone="jade" labelledBy="registered">
        <h2 id="registered">{t('voices.registered')}</h2>
        <p className={css.number}>{receipt.number}</p>
        <p className={css.code}>
          {t('docket.code')} <strong>{`${receipt.code.slice(0, 4)} ${receipt.code.slice(4)}`}</strong>
        </p>
        {receipt.feedbackBy && <p>{t('docket.answerBy', { day: formatDay(receipt.feedbackBy, lng) })}</p>}
        <p>{t('docket.codeHint')}</p>
        <p className={css.quiet}>{t('voices.codeOnce')}</p>
      </Card>
      <Button kind="primary" onClick={onAgain}>
        {t('voices.another')}
      </Button>
    </div>
  );
}
