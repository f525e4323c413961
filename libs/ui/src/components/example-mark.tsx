import { useUiText } from '../i18n/use-text.ts';
import css from './example-mark.module.css';

/** 示例数据: stands on every screen until the hall empties its example data. */
export function ExampleMark() {
  const { t } = useUiText();
  return (
    <span className={css.mark} title={t('example.why')}>
      {t('example.mark')}
    </span>
  );
}
