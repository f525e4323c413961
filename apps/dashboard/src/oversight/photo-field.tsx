import { useId } from 'react';
import css from './oversight.module.css';

interface Props {
  label: string;
  /** Said beside it: how many were taken. */
  note?: string;
  onPhotos: (photos: readonly File[]) => void;
}

/** Opens the tablet's camera; a computer without one lets choose pictures. */
export function PhotoField({ label, note, onPhotos }: Props) {
  const id = useId();
  return (
    <div className={css.photo}>
      <input
        id={id}
        className={css.camera}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic"
        capture="environment"
        multiple
        onChange={({ currentTarget }) => {
          onPhotos([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={css.cameraLabel}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M9 4 7.5 6H4v13h16V6h-3.5L15 4H9Zm3 4.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z" fillRule="evenodd" />
        </svg>
        {label}
      </label>
      {note && <span aria-live="polite">{note}</span>}
    </div>
  );
}
