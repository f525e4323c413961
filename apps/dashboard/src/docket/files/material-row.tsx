import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { say } from '@shouwen/client/names';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { FILE_TYPES } from '@shouwen/domain/case/case-files';
import { Button } from '@shouwen/ui/button';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../../i18n/text.ts';
import docket from '../docket.module.css';
import css from './files.module.css';

interface Props {
  material: DocketFile['materials'][number];
  /** Takes files for this material; absent: this person may not attach. */
  onFiles?: (files: File[]) => void;
  /** The lines of its files. */
  children: ReactNode;
}

/** What the file chooser offers; the content decides. */
const ACCEPTED = [...FILE_TYPES, 'jpeg', 'heif'].map((type) => `.${type}`).join(',');

/** A material of the checklist: whether it is there, its files, and where to put more — by button, or dropped on it. */
export function MaterialRow({ material, onFiles, children }: Props) {
  const { t, lng } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { id, name, minor, state } = material;
  const drag = onFiles && {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
  return (
    <li className={css.material} data-material={id} data-over={over || undefined} {...drag}>
      <div className={css.materialHead}>
        <span>
          {say(name, lng)}
          {minor && <small className={docket.quiet}> {t('docket.minor')}</small>}
        </span>
        <span className={css.does}>
          <Pill tone={state === 'given' ? 'good' : 'soon'} shape>
            {t(`docket.material.${state}`)}
          </Pill>
          {onFiles && (
            <>
              <Button
                label={t('docket.files.addTo', { material: say(name, lng) })}
                onClick={() => input.current?.click()}
              >
                {t('docket.files.add')}
              </Button>
              <input
                ref={input}
                type="file"
                multiple
                hidden
                accept={ACCEPTED}
                onChange={(event) => {
                  onFiles([...(event.target.files ?? [])]);
                  event.target.value = '';
                }}
              />
            </>
          )}
        </span>
      </div>
      {over && <p className={css.dropHere}>{t('docket.files.drop')}</p>}
      {children}
    </li>
  );
}
