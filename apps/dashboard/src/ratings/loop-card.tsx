import { personName, say, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile, LoopView } from '@shouwen/contracts/views/docket.schema';
import { RATING_LEVELS } from '@shouwen/domain/rating/rating';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

interface Props {
  file: DocketFile;
  loop: LoopView;
  catalogue: PublicCatalogue;
}

/** The bad rating behind a file: what was chosen and said, what was found, what the citizen says now. Nothing of who it was. */
export function LoopCard({ file, loop, catalogue }: Props) {
  const { t, lng } = useText();
  const form = catalogue.ratingForms.find(({ version }) => version === loop.form);
  const nameIn = (list: readonly { id: string; name: { zh: string; en: string } }[] | undefined, id: string) => {
    const found = list?.find((one) => one.id === id);
    return found ? say(found.name, lng) : id;
  };
  const wordsOf = (kind: string) => file.story.findLast((line) => line.kind === kind)?.words ?? null;
  const dimensions = Object.entries(loop.dimensions);
  return (
    <Card labelledBy="loop">
      <h2 id="loop">{t('rating.loop')}</h2>
      <p className={css.row}>
        <Pill tone={RATING_LEVELS.indexOf(loop.level) === 4 ? 'broken' : 'soon'} shape>
          {t(`rating.levels.${loop.level}`)}
        </Pill>
        {loop.labels.map((id) => (
          <Pill key={id}>{nameIn(form?.labels, id)}</Pill>
        ))}
      </p>
      <dl className={css.facts}>
        <dt>{t('rating.rated')}</dt>
        <dd>
          {personName(loop.rated, lng)} ·{' '}
          {t('rating.servedAt', {
            day: formatDay(loop.servingDay, lng),
            window: windowName(catalogue, loop.windowId, lng),
          })}
        </dd>
        {dimensions.map(([id, level]) => (
          <Fact key={id} name={nameIn(form?.dimensions, id)} text={t(`rating.levels.${level}`)} />
        ))}
        <Fact name={t('rating.said')} text={wordsOf('rating-cast') ?? t('rating.saidNothing')} />
        {loop.addedAt !== null && <Fact name={t('rating.added')} text={wordsOf('rating-added') ?? '—'} />}
        {loop.finding && loop.verifiedBy && (
          <Fact
            name={t('rating.finding')}
            text={[
              t(`rating.findings.${loop.finding}`),
              ...(loop.remedy ? [t(`rating.remedies.${loop.remedy}`)] : []),
              t('rating.verifiedBy', { name: personName(loop.verifiedBy, lng) }),
            ].join(' · ')}
          />
        )}
        {loop.revisit && (
          <Fact
            name={t('rating.revisit')}
            text={t(`rating.revisits.${loop.revisit}`) + (loop.reopened > 0 ? ` · ${t('rating.reopened')}` : '')}
          />
        )}
        {loop.appeal && (
          <Fact
            name={t('rating.mine.appeal')}
            text={
              loop.appeal.upheld === null
                ? t('rating.appealRunning', { day: formatDay(loop.appeal.decideBy, lng) })
                : t(`rating.appealDecided.${loop.appeal.upheld ? 'true' : 'false'}`)
            }
          />
        )}
      </dl>
      <p className={css.quiet}>{t(loop.named ? 'rating.named' : 'rating.anonymous')}</p>
      {loop.appealUntil && !loop.appeal && (
        <p className={css.quiet}>{t('rating.appealUntil', { day: formatDay(loop.appealUntil, lng) })}</p>
      )}
    </Card>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
