import type { ReactNode } from 'react';
import { useUiText } from '../i18n/use-text.ts';
import { classNames } from '../class-names.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import css from './skeleton.module.css';

export interface SkeletonProps {
  shape?: 'line' | 'title' | 'block' | 'circle';
  /** CSS lengths; the shape's own when left out. */
  width?: string;
  height?: string;
}

/** A grey piece in the shape of what is coming. Put the pieces into a `SkeletonPage`. */
export function Skeleton({ shape = 'line', width, height }: SkeletonProps) {
  return <span className={classNames(css.piece, css[shape])} style={{ width, height }} aria-hidden="true" />;
}

/** First load: the shape of the page, announced once. */
export function SkeletonPage({ children }: { children: ReactNode }) {
  const { t } = useUiText();
  return (
    <div aria-busy="true" className={css.page}>
      <VisuallyHidden>
        <span role="status">{t('loading')}</span>
      </VisuallyHidden>
      {children}
    </div>
  );
}
