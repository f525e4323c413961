import type { ReactNode } from 'react';
import { Pill } from '@shouwen/ui/pill';
import css from './oversight.module.css';

/** A heading with its count; a sentence where there is nothing, so that an empty list reads as one. */
export function Part(props: { id: string; title: string; count: number; none: string; children: ReactNode }) {
  const { id, title, count, none, children } = props;
  return (
    <section className={css.part} aria-labelledby={id}>
      <h2 id={id}>
        {title} {count > 0 && <Pill tone="soon">{count}</Pill>}
      </h2>
      {count > 0 ? children : <p className={css.quiet}>{none}</p>}
    </section>
  );
}
