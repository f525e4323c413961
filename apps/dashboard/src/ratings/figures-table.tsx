import type { ReactNode } from 'react';
import type { FigureGroupView, FiguresView, RatingSet } from '@shouwen/contracts/views/figures.schema';
import { Pill } from '@shouwen/ui/pill';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';
import { ShareText } from './share-text.tsx';

interface Props {
  view: FiguresView;
  nameOf: (key: string) => string;
  onOpen: (key: string, set: RatingSet) => void;
}

/** Each group with its figures; a figure opens the ratings behind it. */
export function FiguresTable({ view, nameOf, onOpen }: Props) {
  const { t } = useText();
  return (
    <div className={css.scroll} role="region" aria-label={t(`rating.groups.${view.by}`)} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t(`rating.groups.${view.by}`)}</th>
            <th scope="col">{t('rating.figures.adjudicated')}</th>
            <th scope="col">{t('rating.figures.raw')}</th>
            <th scope="col">{t('rating.figures.rate')}</th>
            <th scope="col">{t('rating.figures.sets.bad')}</th>
          </tr>
        </thead>
        <tbody>
          {view.groups.map((group) => (
            <Row key={group.key} group={group} name={nameOf(group.key)} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ group, name, onOpen }: { group: FigureGroupView; name: string; onOpen: Props['onOpen'] }) {
  const { t } = useText();
  const { key, figures } = group;
  const open = (set: RatingSet, label: string, content: ReactNode) => (
    <button type="button" className={css.figure} onClick={() => onOpen(key, set)}>
      <VisuallyHidden>{t('rating.figures.behind', { name, set: label })}</VisuallyHidden>
      {content}
    </button>
  );
  return (
    <tr>
      <th scope="row">
        {name}
        {!figures.ranked && <Pill>{t('rating.figures.unranked')}</Pill>}
      </th>
      <td>{open('satisfied', t('rating.figures.adjudicated'), <ShareText share={figures.adjudicated} />)}</td>
      <td>{open('satisfied', t('rating.figures.raw'), <ShareText share={figures.raw} />)}</td>
      <td>{open('rated', t('rating.figures.rate'), <ShareText share={figures.rate} />)}</td>
      <td>{open('bad', t('rating.figures.sets.bad'), <strong>{figures.raw.n - figures.raw.k}</strong>)}</td>
    </tr>
  );
}
