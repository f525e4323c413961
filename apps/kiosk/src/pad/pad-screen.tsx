import { EmptyState } from '@shouwen/ui/empty-state';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { useText } from '../i18n/text.ts';

/** The rating pad before it is paired with a window. */
export default function PadScreen() {
  const { t } = useText();
  return (
    <main>
      <h1 hidden>{t('pair.padTitle')}</h1>
      <EmptyState title={t('pair.padTitle')} action={<LanguageSwitch />}>
        {t('pair.padHint')}
      </EmptyState>
    </main>
  );
}
