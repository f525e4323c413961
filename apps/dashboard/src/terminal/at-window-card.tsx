import type { RunningClock } from '@shouwen/client/clock';
import { matterName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { WindowTicket } from '@shouwen/contracts/views/board.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { BigNumber } from '@shouwen/ui/big-number';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { formatDuration, formatSpan, formatTime } from '@shouwen/ui/i18n/format';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../i18n/text.ts';
import { handledMs, paceOf, WARN_SHARE } from '../shared/pace.ts';
import css from './terminal.module.css';

interface Props {
  desk: Desk;
  catalogue: PublicCatalogue;
  clock: RunningClock;
}

/** Who is at the window, and the running clock against the published standard. */
export function AtWindowCard({ desk, catalogue, clock }: Props) {
  const { t } = useText();
  const { window } = desk;
  if (window.ticket) return <Ticket ticket={window.ticket} catalogue={catalogue} clock={clock} />;
  if (window.state === 'paused') {
    return (
      <Card tone="amber" as="section">
        <EmptyState title={t('terminal.paused', { reason: t(`terminal.pauses.${window.pauseReason ?? 'other'}`) })}>
          {t('terminal.pausedHint')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card as="section">
      <EmptyState title={t('terminal.nobody')}>
        {desk.waiting > 0 ? t('terminal.nobodyHint', { count: desk.waiting }) : t('terminal.noneWaiting')}
      </EmptyState>
    </Card>
  );
}

const TONES = { within: 'jade', near: 'amber', over: 'cinnabar' } as const;

function Ticket({ ticket, catalogue, clock }: Omit<Props, 'desk'> & { ticket: WindowTicket }) {
  const { t, lng } = useText();
  const now = useNow(clock.now, 1000);
  const { timeZone } = catalogue.hall;
  const matter = matterName(catalogue, ticket, lng);
  const served = handledMs(ticket, now);
  const pace = paceOf(ticket, now);
  const standard = formatSpan(ticket.standardSeconds, lng);
  return (
    <Card as="section">
      <div className={css.hero}>
        <div>
          <p className={css.quiet}>{t(served === null ? 'terminal.called' : 'terminal.serving', { matter })}</p>
          <BigNumber size={104}>{ticket.number}</BigNumber>
          {served === null && <p className={css.quiet}>{t('terminal.callCount', { count: ticket.calls })}</p>}
        </div>
        <div className={css.clock}>
          <p className={css.quiet}>{t(served === null ? 'terminal.waitingFor' : 'terminal.elapsed')}</p>
          <p className={css.running} data-pace={pace}>
            {formatDuration((served ?? now - ticket.lastCallAt) / 1000)}
          </p>
          {served !== null && (
            <p className={css.quiet}>
              {t('terminal.standard', { minutes: standard })} · {t(`terminal.${pace}`)}
            </p>
          )}
        </div>
      </div>
      {served !== null && (
        <ProgressBar
          value={served / 1000 / ticket.standardSeconds}
          tone={TONES[pace]}
          label={t('terminal.elapsed')}
          valueText={`${formatDuration(served / 1000)} · ${t('terminal.standard', { minutes: standard })}`}
          marks={[
            { at: 0, label: t('terminal.arrived', { time: formatTime(ticket.startedAt ?? now, timeZone, lng) }) },
            { at: WARN_SHARE, label: formatDuration(ticket.standardSeconds * WARN_SHARE) },
            { at: 1, label: formatDuration(ticket.standardSeconds) },
          ]}
        />
      )}
    </Card>
  );
}
