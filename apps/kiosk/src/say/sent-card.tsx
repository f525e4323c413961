import { personName, say } from '@shouwen/client/names';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './say.module.css';

interface Props {
  hallId: string;
  receipt: Receipt;
  size?: 'kiosk' | 'normal';
  onAgain: () => void;
}

/** Thanks, who has it and until when, and the two things that open the answer. */
export function SentCard({ hallId, receipt, size = 'normal', onAgain }: Props) {
  const { t, lng } = useText();
  const { number, code, feedbackBy, answerable, state } = receipt;
  const day = feedbackBy && formatDay(feedbackBy, lng);
  return (
    <div className={css.sent} data-size={size}>
      <Card as="section" tone="jade" size={size}>
        <h2 className={css.thanks}>{t('say.sent')}</h2>
        {day && <p>{t(state === 'to-take-up' ? 'say.sentTakeUp' : 'say.sentBy', { day })}</p>}
        <p>{t('say.who', { name: personName(answerable, lng), post: say(answerable.post, lng) })}</p>
      </Card>
      <Card as="section" size={size}>
        <p>{t('say.keep')}</p>
        <dl className={css.codes}>
          <dt>{t('say.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('say.code')}</dt>
          <dd>{`${code.slice(0, 4)} ${code.slice(4)}`}</dd>
        </dl>
      </Card>
      <div className={css.row}>
        {size === 'normal' && (
          <Button kind="primary" wide href={`/progress?hall=${hallId}${lng === 'en' ? '&lang=en' : ''}`}>
            {t('say.look')}
          </Button>
        )}
        <Button wide size={size === 'kiosk' ? 'kiosk' : 'touch'} onClick={onAgain}>
          {t('say.again')}
        </Button>
      </div>
    </div>
  );
}
