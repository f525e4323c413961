import css from './key.module.css';

/** A key of the keyboard, as shown on a button. Screen readers hear it from the button's `aria-keyshortcuts`. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className={css.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
