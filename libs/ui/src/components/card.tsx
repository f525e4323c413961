import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import css from './card.module.css';

export type CardTone = 'plain' | 'stone' | 'jade' | 'amber' | 'cinnabar' | 'blue';

interface CardLook {
  children: ReactNode;
  /** Ground and frame; the words inside must say the same. */
  tone?: CardTone;
  /** A strong jade frame: the card that this screen is about. */
  hero?: boolean;
  /** Kiosk: rounder, wider. */
  size?: 'kiosk' | 'normal';
}

const look = ({ tone = 'plain', hero, size }: CardLook) =>
  classNames(css.card, css[tone], hero && css.hero, size === 'kiosk' && css.kiosk);

export interface CardProps extends CardLook {
  as?: 'section' | 'article' | 'div' | 'li';
  /** Id of the heading that names it. */
  labelledBy?: string;
  label?: string;
}

/** A sheet of paper on the paper: what belongs together. */
export function Card({ as: Tag = 'section', labelledBy, label, ...rest }: CardProps) {
  return (
    <Tag className={look(rest)} aria-labelledby={labelledBy} aria-label={label}>
      {rest.children}
    </Tag>
  );
}

export interface CardButtonProps extends CardLook {
  onClick?: () => void;
  /** Makes it a link. */
  href?: string;
  disabled?: boolean;
  label?: string;
}

/** A card that is pressed as a whole. */
export function CardButton({ onClick, href, disabled, label, ...rest }: CardButtonProps) {
  const className = classNames(look(rest), css.press);
  if (href !== undefined && !disabled) {
    return (
      <a className={className} href={href} onClick={onClick} aria-label={label}>
        <span className={css.inside}>{rest.children}</span>
      </a>
    );
  }
  return (
    <button className={className} type="button" onClick={onClick} disabled={disabled} aria-label={label}>
      <span className={css.inside}>{rest.children}</span>
    </button>
  );
}
