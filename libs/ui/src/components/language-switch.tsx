import { useUiText } from '../i18n/use-text.ts';
import { Button, type ButtonProps } from './button.tsx';

/** Changes the language; the button shows the other language's own name. */
export function LanguageSwitch({ size = 'touch' }: Pick<ButtonProps, 'size'>) {
  const { t, lng, setLanguage } = useUiText();
  const other = lng === 'en' ? 'zh-CN' : 'en';
  return (
    <Button shape="pill" size={size} onClick={() => setLanguage(other)}>
      <span lang={other}>{t('language.other')}</span>
    </Button>
  );
}
