import { personName } from '@shouwen/client/names';
import type { FiguresView } from '@shouwen/contracts/views/figures.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

type Mark = FiguresView['marks'][number]['marks'][number];

/** Below this a chance is only said to be small. */
const TOO_SMALL = 1e-6;

/** Marks of inducement, each with its rule, what it rests on and how likely luck is to bring it about. */
export function Marks({ marks }: { marks: FiguresView['marks'] }) {
  const { t, lng } = useText();
  const chance = (value: number) => (value < TOO_SMALL ? t('rating.marks.below') : value.toPrecision(2));
  const sentence = (mark: Mark): string => {
    switch (mark.mark) {
      case 'quick':
        return t('rating.marks.quick', {
          quick: mark.quick,
          timed: mark.timed,
          expected: formatNumber(mark.expected, lng, 1),
          chance: chance(mark.chance),
        });
      case 'run':
        return t('rating.marks.run', {
          length: mark.length,
          of: mark.of,
          level: t(`rating.levels.${mark.level}`),
          share: formatPercent(mark.share, lng),
          chance: chance(mark.chance),
        });
      case 'no-spread':
        return t('rating.marks.no-spread', {
          rated: mark.rated,
          level: t(`rating.levels.${mark.level}`),
          rate: formatPercent(mark.rate, lng),
          othersRate: formatPercent(mark.othersRate, lng),
          chance: chance(mark.chance),
        });
    }
  };
  return (
    <Card labelledBy="marks">
      <h2 id="marks">{t('rating.marks.title')}</h2>
      <p className={css.quiet}>{t('rating.marks.hint')}</p>
      {marks.length === 0 && <p>{t('rating.marks.none')}</p>}
      <ul className={css.rows}>
        {marks.map(({ person, marks: found }) => (
          <li key={person.id} className={css.mark}>
            <strong>{personName(person, lng)}</strong>
            <span>
              {found.map((mark) => (
                <span key={mark.mark} className={css.block}>
                  {sentence(mark)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
