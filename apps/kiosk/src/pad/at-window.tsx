import { matterName, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import type { PadView } from '@shouwen/contracts/views/rating.schema';
import { BigNumber } from '@shouwen/ui/big-number';
import { Card } from '@shouwen/ui/card';
import { formatDuration, formatSpan } from '@shouwen/ui/i18n/format';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../i18n/text.ts';
import css from './pad.module.css';

interface Props {
  view: PadView;
  board: PublicBoard | null;
  catalogue: PublicCatalogue;
  now: number | null;
}

/** Before and during a serving: nothing to press, everything to read. */
export function AtWindow({ view, board, catalogue, now }: Props) {
  const { t, lng } = useText();
  const window = windowName(catalogue, view.windowId, lng);
  const called = board?.windows.find(({ id }) => id === view.windowId)?.ticket;
  if (view.serving) return <Serving serving={view.serving} catalogue={catalogue} now={now ?? view.clock.now} />;
  if (view.state === 'called' && called) {
    return (
      <section className={css.welcome}>
        <h1 className={css.lead}>{t('pad.calledTo', { window })}</h1>
        <div className={css.number}>
          <BigNumber size={300} align="center">
            {called.number}
          </BigNumber>
        </div>
      </section>
    );
  }
  const state = view.state === 'called' ? 'idle' : view.state;
  return (
    <section className={css.welcome}>
      <p className={css.lead}>{window}</p>
      <h1 className={css.greeting}>{t(`pad.states.${state as 'idle'}.title`)}</h1>
      <p className={css.hint}>{t(`pad.states.${state as 'idle'}.hint`)}</p>
    </section>
  );
}

/** What was promised for this matter, and where the serving stands. */
function Serving({
  serving,
  catalogue,
  now,
}: {
  serving: NonNullable<PadView['serving']>;
  catalogue: PublicCatalogue;
  now: number;
}) {
  const { t, lng } = useText();
  const matter = catalogue.matters.find(({ id }) => id === serving.matterId);
  const seconds = Math.max(0, (now - serving.startedAt - serving.heldMs) / 1000);
  const standard = formatSpan(serving.standardSeconds, lng);
  const elapsed = formatDuration(seconds);
  return (
    <>
      <h1 className={css.title}>
        {serving.number} ·{' '}
        {matterName(catalogue, { matterId: serving.matterId, queueId: '' }, lng) || t('pad.question')}
      </h1>
      <div className={css.two}>
        <Card size="kiosk">
          <h2 className={css.lead}>{t('pad.elapsed')}</h2>
          <BigNumber size={104}>{elapsed}</BigNumber>
          <ProgressBar
            value={seconds / serving.standardSeconds}
            label={t('pad.elapsed')}
            valueText={`${elapsed}, ${t('pad.standard', { minutes: standard })}`}
          />
          <p className={css.hint}>{t('pad.standard', { minutes: standard })}</p>
        </Card>
        <Card size="kiosk">
          <h2 className={css.lead}>{t('pad.promise')}</h2>
          {matter ? (
            matter.promisedDays === null ? (
              <p className={css.promise}>{t('matter.immediate')}</p>
            ) : (
              <>
                <BigNumber size={104}>{t('pad.days', { count: matter.promisedDays })}</BigNumber>
                <p className={css.hint}>{t('pad.law', { count: matter.legalDays ?? 0 })}</p>
              </>
            )
          ) : (
            <p className={css.promise}>{t('pad.answered')}</p>
          )}
        </Card>
      </div>
      <p className={css.hint}>{t('pad.later')}</p>
    </>
  );
}
