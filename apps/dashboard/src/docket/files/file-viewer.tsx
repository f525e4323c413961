import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../../i18n/text.ts';
import css from './files.module.css';
import type { Opened } from './use-opened.ts';

/** Puts an opened file where the person's machine keeps what is saved. */
export function save({ url, name }: Opened): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** A picture, as large as the window; it goes by itself after a minute. */
export function FileViewer({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog
      open
      onClose={onClose}
      title={opened.name}
      actions={
        <>
          <Button onClick={() => save(opened)}>{t('docket.files.save')}</Button>
          <Button kind="primary" onClick={onClose}>
            {t('docket.files.close')}
          </Button>
        </>
      }
    >
      <img className={css.picture} src={opened.url} alt={opened.name} />
      <p>{t('docket.look.hides')}</p>
    </Dialog>
  );
}
