import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import css from './empty-state.module.css';

export interface EmptyStateProps {
  /** What is not there yet, as a person says it: "今天还没有人取号". */
  title: string;
  /** What happens next, or what to do. */
  children?: ReactNode;
  action?: ReactNode;
  size?: 'kiosk' | 'normal';
}

/** Nothing here yet, and why that is all right. */
export function EmptyState({ title, children, action, size = 'normal' }: EmptyStateProps) {
  return (
    <div className={classNames(css.empty, size === 'kiosk' && css.kiosk)}>
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.body}>{children}</div>}
      {action}
    </div>
  );
}
