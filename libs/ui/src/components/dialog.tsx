import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { useUiText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import css from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  /** Esc, the close button, a press beside it. */
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** The buttons; without them there is a close button. */
  actions?: ReactNode;
  size?: 'kiosk' | 'normal';
  /** Must be answered: no closing by Esc or beside it. */
  mustAnswer?: boolean;
}

/** A question before the page. The browser's own `<dialog>`: it keeps the focus inside and gives it back. */
export function Dialog({ open, onClose, title, children, actions, size = 'normal', mustAnswer = false }: DialogProps) {
  const { t } = useUiText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={classNames(css.dialog, size === 'kiosk' && css.kiosk)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustAnswer) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !mustAnswer) onClose();
      }}
    >
      {open && (
        <div className={css.sheet}>
          <h2 id={titleId} className={css.title}>
            {title}
          </h2>
          {children !== undefined && <div className={css.body}>{children}</div>}
          <div className={css.actions}>
            {actions ?? (
              <Button size={size === 'kiosk' ? 'kiosk' : 'touch'} onClick={onClose}>
                {t('dialog.close')}
              </Button>
            )}
          </div>
        </div>
      )}
    </dialog>
  );
}
