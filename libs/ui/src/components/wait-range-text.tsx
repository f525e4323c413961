import { useUiText } from '../i18n/use-text.ts';

/** Minutes that eight of ten people wait; `null` when nobody can say (no window open for it). */
export type Wait = { lowMinutes: number; highMinutes: number } | null;

/** How long it will take, as a person says it: `现在就能办` · `5 分钟内` · `10–25 分钟` · `窗口还没开`. */
export function WaitRangeText({ wait }: { wait: Wait }) {
  const { t } = useUiText();
  if (wait === null) return <>{t('wait.unknown')}</>;
  const { lowMinutes: low, highMinutes: high } = wait;
  if (high <= 2) return <>{t('wait.now')}</>;
  if (low <= 0) return <>{t('wait.within', { high })}</>;
  return <>{t('wait.between', { low, high })}</>;
}
