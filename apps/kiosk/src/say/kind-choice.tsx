import { OPINION_KINDS, type OpinionKind } from '@shouwen/domain/opinion/opinion';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './say.module.css';

/** What it is, and by when the hall must say something. */
export function KindChoice({
  kind,
  onKind,
  size = 'touch',
}: {
  kind: OpinionKind;
  onKind: (kind: OpinionKind) => void;
  size?: 'kiosk' | 'touch';
}) {
  const { t } = useText();
  return (
    <div className={css.kinds} data-size={size}>
      <div className={css.row} role="group" aria-label={t('say.title')}>
        {OPINION_KINDS.map((one) => (
          <Button key={one} wide size={size} pressed={one === kind} onClick={() => onKind(one)}>
            {t(`say.kinds.${one}`)}
          </Button>
        ))}
      </div>
      <p className={css.quiet}>{t(`say.kindHints.${kind}`)}</p>
    </div>
  );
}
