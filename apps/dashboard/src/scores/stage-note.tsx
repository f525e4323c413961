import type { ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './scores.module.css';

const TONES: Record<ScoreSheetView['course']['stage'] | 'sealed', Tone> = {
  running: 'neutral',
  counting: 'neutral',
  objections: 'soon',
  'to-seal': 'explained',
  sealed: 'good',
};

interface Props {
  course: ScoreSheetView['course'];
  sealedAt: number | null;
  timeZone: string;
}

/** Where the period stands, and what comes next, by when. */
export function StageNote({ course, sealedAt, timeZone }: Props) {
  const { t, lng } = useText();
  const stage = sealedAt === null ? course.stage : 'sealed';
  const day = (one: string) => formatDay(one, lng, { weekday: true, year: false });
  return (
    <p className={css.stage}>
      <Pill tone={TONES[stage]} shape>
        {t(`scores.stages.${stage}`)}
      </Pill>{' '}
      {t(`scores.says.${stage}`, {
        until: day(course.until),
        rated: day(course.ratedUntil),
        object: day(course.objectUntil),
        at: sealedAt === null ? '' : formatDateTime(sealedAt, timeZone, lng, { year: true }),
      })}
    </p>
  );
}
