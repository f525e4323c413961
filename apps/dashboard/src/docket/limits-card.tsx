import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { BandPart, DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { docketSentence, nameOf, type Told } from '../shared/docket-sentence.ts';
import { ClockBand } from './clock-band.tsx';
import css from './docket.module.css';
import { dueWords, TONE_OF } from './due-words.ts';

interface Props {
  file: DocketFile;
  staff: readonly Staff[];
  timeZone: string;
  now: number;
}

/** The clock of a case; before acceptance, what begins it. */
export function LimitsCard({ file, staff, timeZone, now }: Props) {
  const { t, lng } = useText();
  const { limits, level } = file;
  const told: Told = { t, lng, staff };
  const behind = (piece: BandPart) => {
    const event =
      piece.kind === null
        ? undefined
        : file.story.find(({ kind, data }) => kind === 'case-suspended' && data['from'] === piece.from);
    if (!event) return t('clock.countsAgainst', { name: nameOf(file.answerable.id, told) });
    return `${nameOf(event.data['byId'], told)}: ${docketSentence(event, told)}${event.words ? ` — ${event.words}` : ''}`;
  };
  return (
    <Card labelledBy="limits">
      <div className={css.cardHead}>
        <h2 id="limits">{t('clock.limits')}</h2>
        {limits && file.state !== 'delivered' && (
          <Pill tone={level ? TONE_OF[level] : 'neutral'} shape={level !== null}>
            {level && `${t(`docket.levels.${level}`)} · `}
            {dueWords(file, { t, lng, timeZone, now })}
          </Pill>
        )}
      </div>
      {limits ? (
        <>
          <ClockBand clock={limits} behind={behind} />
          <p className={css.quiet}>
            {t('clock.accepted', { version: limits.guideVersion })}{' '}
            {limits.expected
              ? t('clock.bandExpected', { day: formatDay(limits.expected.resumes, lng) })
              : limits.provisional
                ? t('docket.provisional')
                : t('clock.bandHint')}
          </p>
        </>
      ) : (
        <p>{t('clock.notAccepted')}</p>
      )}
    </Card>
  );
}
