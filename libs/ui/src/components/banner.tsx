import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useUiText } from '../i18n/use-text.ts';
import css from './banner.module.css';

export type BannerKind = 'info' | 'stale' | 'offline' | 'closed' | 'full' | 'error';

const tones: Record<BannerKind, string | undefined> = {
  info: css.blue,
  stale: css.amber,
  offline: css.cinnabar,
  closed: css.stone,
  full: css.amber,
  error: css.cinnabar,
};

const shapes: Record<BannerKind, string> = { info: 'i', stale: '↻', offline: '×', closed: '–', full: '◆', error: '!' };

export interface BannerProps {
  kind: BannerKind;
  /** What is the case; a sentence for the kind stands in when it is left out. */
  title?: string;
  /** What happens next, what to do instead. */
  children?: ReactNode;
  /** A number to quote to the staff (error reports, request ids). */
  quote?: string;
  /** A button. */
  action?: ReactNode;
  size?: 'kiosk' | 'normal';
}

/** A state that concerns the whole screen. Errors and a lost line are spoken at once, the rest when there is a pause. */
export function Banner({ kind, title, children, quote, action, size = 'normal' }: BannerProps) {
  const { t } = useUiText();
  const urgent = kind === 'error' || kind === 'offline';
  return (
    <div
      className={classNames(css.banner, tones[kind], size === 'kiosk' && css.kiosk)}
      role={urgent ? 'alert' : 'status'}
    >
      <span className={css.shape} aria-hidden="true">
        {shapes[kind]}
      </span>
      <div className={css.words}>
        <p className={css.title}>{title ?? t(`banner.${kind}`)}</p>
        {children !== undefined && <div className={css.body}>{children}</div>}
        {quote !== undefined && <p className={css.quote}>{t('banner.quote', { quote })}</p>}
      </div>
      {action !== undefined && <div className={css.action}>{action}</div>}
    </div>
  );
}
