import type { FileType } from '@shouwen/domain/case/case-files';
import css from './files.module.css';

/** A sheet with the kind of file on it, where its content is not shown. */
export function FileIcon({ type }: { type: FileType }) {
  return (
    <svg className={css.icon} viewBox="0 0 40 48" aria-hidden="true">
      <path d="M4 2h22l10 10v34H4z" />
      <path d="M26 2v10h10" />
      <text x="20" y="34" textAnchor="middle">
        {type.toUpperCase()}
      </text>
    </svg>
  );
}
