import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import css from './pill.module.css';

export type Tone = 'neutral' | 'good' | 'soon' | 'broken' | 'explained';

/** A shape for each tone, for those who do not see the colour. */
const shapes: Record<Tone, string> = { neutral: '○', good: '●', soon: '◆', broken: '▲', explained: '■' };

export interface PillProps {
  /** The word; a tone without one says nothing. */
  children: ReactNode;
  tone?: Tone;
  /** Shows the tone's shape before the word. */
  shape?: boolean;
  size?: 'kiosk' | 'normal';
}

/** A short word with a tone. */
export function Pill({ children, tone = 'neutral', shape = false, size = 'normal' }: PillProps) {
  return (
    <span className={classNames(css.pill, css[tone], size === 'kiosk' && css.kiosk)}>
      {shape && <span aria-hidden="true">{shapes[tone]} </span>}
      {children}
    </span>
  );
}
