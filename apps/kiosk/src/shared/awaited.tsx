import { windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { TicketView } from '@shouwen/contracts/views/ticket.schema';
import { BoldText } from '@shouwen/ui/bold-text';
import { formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';

/** Second visit: who knows the matter and at which window, and from when any other window may call too. Nothing for other tickets. */
export function Awaited({
  awaited,
  catalogue,
  className,
}: {
  awaited: TicketView['awaited'];
  catalogue: PublicCatalogue;
  className?: string | undefined;
}) {
  const { t, lng } = useText();
  if (!awaited) return null;
  const window = windowName(catalogue, awaited.windowId, lng);
  const name = lng === 'en' ? awaited.latinName : awaited.name;
  return (
    <p className={className}>
      <BoldText text={t('ticket.awaited', { window, name })} />{' '}
      {t('ticket.awaitedUntil', { time: formatTime(awaited.until, catalogue.hall.timeZone, lng) })}
    </p>
  );
}
