import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Key } from './key.tsx';
import css from './button.module.css';

export interface ButtonProps {
  children: ReactNode;
  /** `primary`: the one next step; `plain`: another way (default); `quiet`: aside, without a frame. */
  kind?: 'primary' | 'plain' | 'quiet';
  /** `danger` for what takes something away; its word must say so too. */
  tone?: 'danger';
  /** `kiosk` 88 px for kiosk and pad, `touch` 44 px (default). */
  size?: 'kiosk' | 'touch';
  shape?: 'pill';
  /** Takes the whole width. */
  wide?: boolean;
  /** Something before and after the words, e.g. an icon or an arrow. */
  before?: ReactNode;
  after?: ReactNode;
  /** The key that does the same, shown on the button: `F2`. */
  hotkey?: string;
  /** Under way: takes no second press, stays where it is, keeps the focus. */
  busy?: boolean;
  disabled?: boolean;
  /** Makes it a link. */
  href?: string;
  type?: 'button' | 'submit';
  onClick?: () => void;
  pressed?: boolean;
  expanded?: boolean;
  label?: string;
  describedBy?: string;
}

/** A button, or a link that looks like one. */
export function Button({ kind = 'plain', size = 'touch', type = 'button', ...props }: ButtonProps) {
  const className = classNames(
    css.button,
    css[kind],
    css[size],
    props.tone === 'danger' && css.danger,
    props.shape === 'pill' && css.pill,
    props.wide && css.wide,
    props.hotkey !== undefined && css.withKey,
  );
  const inside = (
    <>
      {props.before !== undefined && <span className={css.side}>{props.before}</span>}
      <span className={css.words}>{props.children}</span>
      {props.after !== undefined && <span className={css.side}>{props.after}</span>}
      {props.hotkey !== undefined && <Key>{props.hotkey}</Key>}
    </>
  );
  const said = { 'aria-label': props.label, 'aria-describedby': props.describedBy };
  if (props.href !== undefined && !props.disabled) {
    return (
      <a className={className} href={props.href} onClick={props.onClick} {...said}>
        {inside}
      </a>
    );
  }
  return (
    <button
      className={className}
      type={type}
      disabled={props.disabled}
      aria-busy={props.busy || undefined}
      aria-disabled={props.busy || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-keyshortcuts={props.hotkey}
      onClick={(event) => (props.busy ? event.preventDefault() : props.onClick?.())}
      {...said}
    >
      {inside}
    </button>
  );
}
