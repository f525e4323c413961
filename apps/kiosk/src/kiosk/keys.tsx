import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './keys.module.css';

export const BACKSPACE = '⌫';
export const SPACE = '␣';
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', BACKSPACE];
export const LETTER_ROWS = [[...'QWERTYUIOP'], [...'ASDFGHJKL'], [...'ZXCVBNM', BACKSPACE]];

/** The text after a key was touched. */
export const typed = (before: string, key: string): string =>
  key === BACKSPACE ? before.slice(0, -1) : `${before}${key === SPACE ? ' ' : key}`;

/** Keys on the screen: a kiosk has no other. A touch leaves the focus where it is. */
export function Keys({
  of,
  layout,
  onPress,
}: {
  of: readonly string[];
  layout: 'letters' | 'digits';
  onPress: (key: string) => void;
}) {
  const { t } = useText();
  const labels: Record<string, string> = { [BACKSPACE]: t('find.delete'), [SPACE]: t('find.space') };
  return (
    <div className={`${css.keys} ${css[layout]}`} onPointerDown={(event) => event.preventDefault()}>
      {of.map((key) => (
        <Button key={key} kind="plain" size="kiosk" wide label={labels[key] ?? key} onClick={() => onPress(key)}>
          {key}
        </Button>
      ))}
    </div>
  );
}
