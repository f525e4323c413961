import type { Progress } from '@shouwen/contracts/views/progress.schema';
import type { LoopState } from '@shouwen/domain/rating/loop';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';

/** The next step of a bad rating's loop with its day. */
export function loopHeadline(
  { state, feedbackBy }: Progress,
  { t, lng }: Pick<ReturnType<typeof useText>, 't' | 'lng'>,
): string {
  return t(`progress.loop.${state as LoopState}`, { day: feedbackBy ? formatDay(feedbackBy, lng) : '—' });
}

/** What was found, and that the rating stands whatever was found. */
export function LoopNews({ progress: { petition } }: { progress: Progress }) {
  const { t } = useText();
  const finding = petition?.kind === 'rating' ? petition.finding : null;
  return (
    <>
      <p>{finding ? t(`progress.loop.findings.${finding}`) : t('progress.loop.waits')}</p>
      <p>{t('progress.loop.stands')}</p>
    </>
  );
}
