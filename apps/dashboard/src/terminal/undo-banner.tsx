import type { RunningClock } from '@shouwen/client/clock';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { useText } from '../i18n/text.ts';

/** Ten seconds to take back a wrong finish. */
export function UndoBanner({ desk, clock, onUndo }: { desk: Desk; clock: RunningClock; onUndo: () => void }) {
  const { t } = useText();
  const now = useNow(clock.now, 250);
  const possible = desk.actions.some(({ action, refusal }) => action === 'undo-finish' && refusal === undefined);
  if (!desk.undo || !possible || now >= desk.undo.until) return null;
  const seconds = Math.ceil((desk.undo.until - now) / 1000);
  return (
    <Banner
      kind="info"
      title={t('terminal.undo', { number: desk.undo.number, seconds })}
      action={<Button onClick={onUndo}>{t('terminal.keys.undo-finish')} · U</Button>}
    />
  );
}
