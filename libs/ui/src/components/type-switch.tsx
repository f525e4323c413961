import { setReadingMode, useReadingMode } from '../hooks/use-reading-mode.ts';
import { useUiText } from '../i18n/use-text.ts';
import { Button, type ButtonProps } from './button.tsx';

/** 大字: bigger type on the whole page, and back. */
export function TypeSwitch({ size = 'touch' }: Pick<ButtonProps, 'size'>) {
  const { t } = useUiText();
  const big = useReadingMode().type === 'big';
  return (
    <Button shape="pill" size={size} pressed={big} onClick={() => setReadingMode({ type: big ? 'normal' : 'big' })}>
      {t('type.big')}
    </Button>
  );
}

/** 高对比: black on white, and back. */
export function ContrastSwitch({ size = 'touch' }: Pick<ButtonProps, 'size'>) {
  const { t } = useUiText();
  const high = useReadingMode().contrast === 'high';
  return (
    <Button
      shape="pill"
      size={size}
      pressed={high}
      onClick={() => setReadingMode({ contrast: high ? 'normal' : 'high' })}
    >
      {t('contrast.high')}
    </Button>
  );
}
