import { useEffect, useRef, useState } from 'react';
import { personName } from '@shouwen/client/names';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { ERRORS } from '@shouwen/contracts/errors';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../../i18n/text.ts';
import { Failure } from '../../shared/failure.tsx';
import { StaffPortrait } from '../../shared/staff-portrait.tsx';
import settings from '../settings.module.css';
import css from './photo.module.css';
import { drawSquare, jpegOf, SIDE } from './square.ts';
import { usePhotoChange } from './use-photo-change.ts';

interface Props {
  person: Staff;
  onSaved: (seq: number) => Promise<void>;
  onClose: () => void;
}

/** The photograph of one person: chosen, cut to a square on this machine, kept; or erased. */
export function PhotoDialog({ person, onSaved, onClose }: Props) {
  const { t, lng } = useText();
  const change = usePhotoChange(person.id, onSaved);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [at, setAt] = useState(0.5);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (picture && canvas.current) drawSquare(canvas.current, picture, at);
  }, [picture, at]);
  useEffect(() => () => picture?.close(), [picture]);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await createImageBitmap(file).catch(() => null);
    setWrong(read === null);
    setPicture(read);
    // Upright, a face stands above the middle.
    setAt(read && read.height > read.width ? 0.2 : 0.5);
  };
  const keep = async () => {
    if (canvas.current) await change.keep(await jpegOf(canvas.current));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.roster.photo.of', { name: personName(person, lng) })}
      actions={
        <>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
          {person.photoId !== null && !picture && (
            <Button busy={change.busy} onClick={() => void change.erase()}>
              {t('settings.roster.photo.erase')}
            </Button>
          )}
          <Button kind={picture ? 'plain' : 'primary'} onClick={() => chooser.current?.click()}>
            {t(`settings.roster.photo.${picture || person.photoId ? 'another' : 'choose'}`)}
          </Button>
          {picture && (
            <Button kind="primary" busy={change.busy} onClick={() => void keep()}>
              {t('settings.save')}
            </Button>
          )}
        </>
      }
    >
      <div className={settings.form}>
        <div className={css.face}>
          {picture ? (
            <canvas
              ref={canvas}
              width={SIDE}
              height={SIDE}
              role="img"
              aria-label={t('settings.roster.photo.preview')}
            />
          ) : (
            <StaffPortrait person={person} size="kiosk" />
          )}
        </div>
        {picture && picture.width !== picture.height && (
          <label>
            {t('settings.roster.photo.place')}
            <input
              type="range"
              min={0}
              max={1}
              step={0.01}
              value={at}
              onChange={(event) => setAt(Number(event.target.value))}
            />
          </label>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          aria-label={t('settings.roster.photo.choose')}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <p className={settings.quiet}>{t('settings.roster.photo.hint')}</p>
        <div aria-live="polite">
          {wrong && <Banner kind="error" title={ERRORS['photo-type-refused'][lng === 'en' ? 'en' : 'zh']} />}
          <Failure error={change.error} />
        </div>
      </div>
    </Dialog>
  );
}
