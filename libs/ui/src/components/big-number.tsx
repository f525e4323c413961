import type { CSSProperties } from 'react';
import { classNames } from '../class-names.ts';
import css from './big-number.module.css';

export interface BigNumberProps {
  /** Ticket number, minutes, a due date: shown whole, whatever its length. */
  children: string;
  /** Largest size, px of the type scale; it shrinks to fit the width, never cuts or wraps (PEERS 8). */
  size?: 32 | 48 | 76 | 104 | 300;
  align?: 'start' | 'center' | 'end';
  tone?: 'ink' | 'gold' | 'jade' | 'cinnabar' | 'muted';
  as?: 'p' | 'span' | 'h1' | 'h2' | 'strong';
  label?: string;
}

/** Widths of the type at weight 800 in em: Chinese full, capitals and figures about two thirds, marks a third. */
function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\u2e80-\uffef]/.test(character)) width += 1;
    else if (/[MW@%]/.test(character)) width += 0.95;
    else if (/[\s:.,·\-–/]/.test(character)) width += 0.4;
    else width += 0.66;
  }
  return Math.max(width, 1);
}

/** The number is the hero: the biggest thing on the screen, as big as its place allows. Takes the width it is given. */
export function BigNumber({
  children,
  size = 104,
  align = 'start',
  tone = 'ink',
  as: Tag = 'p',
  label,
}: BigNumberProps) {
  const style = { '--size': `var(--t${size})`, '--em': widthInEm(children).toFixed(2) } as CSSProperties;
  const Place = Tag === 'span' || Tag === 'strong' ? 'span' : 'div';
  return (
    <Place className={classNames(css.place, css[align])} style={style}>
      <Tag className={classNames(css.number, css[tone])} aria-label={label}>
        {children}
      </Tag>
    </Place>
  );
}
