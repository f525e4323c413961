import { personName } from '@shouwen/client/names';
import type { AttachedFile } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { formatBytes, formatDateTime } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { isPicture } from './file-checks.ts';
import { FileIcon } from './file-icon.tsx';
import css from './files.module.css';
import type { Opened } from './use-opened.ts';

interface Props {
  file: AttachedFile;
  /** Which of the material's files it is, from 1. */
  n: number;
  material: string;
  opened: Opened | undefined;
  timeZone: string;
  busy: boolean;
  /** Absent: this person may not. */
  onOpen?: () => void;
  onRemove?: () => void;
}

/** One file: what it is, who attached it and when; its content only while it is open. */
export function FileLine({ file, n, material, opened, timeZone, busy, onOpen, onRemove }: Props) {
  const { t, lng } = useText();
  const { type, size, at, by } = file;
  const what = t('docket.files.nth', { n, material });
  return (
    <li className={css.file}>
      {opened && isPicture(type) ? (
        <button type="button" className={css.thumb} onClick={onOpen} aria-label={t('docket.files.openNth', { what })}>
          <img src={opened.url} alt={what} />
        </button>
      ) : (
        <FileIcon type={type} />
      )}
      <span className={css.about}>
        <span>
          {opened?.name || t('docket.files.plainNth', { n })} · {type.toUpperCase()} · {formatBytes(size, lng)}
        </span>
        <small>
          {personName(by, lng)} · {formatDateTime(at, timeZone, lng)}
        </small>
      </span>
      <span className={css.does}>
        {onOpen && (
          <Button kind="quiet" busy={busy} label={t('docket.files.openNth', { what })} onClick={onOpen}>
            {t('docket.files.open')}
          </Button>
        )}
        {onRemove && (
          <Button kind="quiet" tone="danger" label={t('docket.files.removeNth', { what })} onClick={onRemove}>
            {t('docket.files.remove')}
          </Button>
        )}
      </span>
    </li>
  );
}
