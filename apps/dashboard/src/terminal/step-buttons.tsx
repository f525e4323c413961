import type { RunningClock } from '@shouwen/client/clock';
import { ERRORS } from '@shouwen/contracts/errors';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { Button } from '@shouwen/ui/button';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { useText } from '../i18n/text.ts';
import { KEY_OF, type KeyedAction } from './keys.ts';
import css from './terminal.module.css';

const ROWS: readonly KeyedAction[] = ['call-next', 'start', 'finish', 'transfer', 'hold', 'recall', 'no-show'];
const MAIN: readonly KeyedAction[] = ['start', 'finish', 'call-next'];

interface Props {
  desk: Desk;
  clock: RunningClock;
  busy: boolean;
  onStep: (action: KeyedAction) => void;
  onLeave: () => void;
  onHelp: () => void;
}

/** One key, one step. A step that the rules turn down now is grey and says why. */
export function StepButtons({ desk, clock, busy, onStep, onLeave, onHelp }: Props) {
  const { t, lng } = useText();
  const now = useNow(clock.now, 1000);
  const refusalOf = (action: string) => desk.actions.find((one) => one.action === action)?.refusal;
  const main = MAIN.find((action) => refusalOf(action) === undefined);
  const pause: KeyedAction = desk.window.state === 'paused' ? 'resume-window' : 'pause-window';
  const button = (action: KeyedAction) => {
    const refusal = refusalOf(action);
    const at = refusal?.detail?.at;
    const seconds = typeof at === 'number' && at > now ? Math.ceil((at - now) / 1000) : null;
    const why = refusal ? ERRORS[refusal.refused][lng === 'en' ? 'en' : 'zh'] : undefined;
    return (
      <div key={action} className={css.step} title={why}>
        <Button
          kind={action === main ? 'primary' : 'plain'}
          wide
          hotkey={KEY_OF[action]}
          disabled={refusal !== undefined}
          busy={busy}
          onClick={() => onStep(action)}
          {...(why ? { describedBy: `why-${action}` } : {})}
        >
          {t(`terminal.keys.${action}`)}
        </Button>
        {why && (
          <span id={`why-${action}`} hidden={seconds === null} className={css.stepWhy}>
            {seconds === null ? why : t('terminal.wait', { seconds })}
          </span>
        )}
      </div>
    );
  };
  return (
    <div className={css.steps}>
      <div className={css.stepGrid}>
        {ROWS.map(button)}
        {button(pause)}
      </div>
      <div className={css.aside}>
        <Button kind="quiet" disabled={refusalOf('put-back') !== undefined} onClick={() => onStep('put-back')}>
          {t('terminal.keys.put-back')} · B
        </Button>
        <Button kind="quiet" disabled={refusalOf('close-window') !== undefined} onClick={onLeave}>
          {t('terminal.keys.close-window')}
        </Button>
        <Button kind="quiet" onClick={onHelp}>
          {t('terminal.help')} · ?
        </Button>
      </div>
    </div>
  );
}
