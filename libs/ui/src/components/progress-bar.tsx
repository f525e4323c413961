import type { CSSProperties } from 'react';
import { classNames } from '../class-names.ts';
import css from './progress-bar.module.css';

export interface ProgressMark {
  /** Where on the bar, 0…1. */
  at: number;
  label: string;
}

export interface ProgressBarProps {
  /** Share done, 0…1; more is shown as full. */
  value: number;
  /** What it measures: "已用时间". */
  label: string;
  /** The state in words, for those who do not see the bar: "6 分 12 秒,标准 10 分钟". */
  valueText: string;
  tone?: 'jade' | 'amber' | 'cinnabar';
  /** Words under the bar at their places. */
  marks?: readonly ProgressMark[];
}

/** Labels lean inward, so that the last ones do not run into each other on a phone. */
function side(at: number): string | undefined {
  if (at <= 0.1) return css.first;
  if (at >= 0.9) return css.last;
  return at > 0.5 ? css.late : undefined;
}

/** How far along something is, with its marks. */
export function ProgressBar({ value, label, valueText, tone = 'jade', marks = [] }: ProgressBarProps) {
  const share = Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
  return (
    <div className={css.whole}>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={valueText}
      >
        <div className={classNames(css.done, css[tone])} style={{ width: `${share * 100}%` }} />
      </div>
      {marks.length > 0 && (
        <div className={css.marks}>
          {marks.map((mark) => (
            <span
              key={`${mark.at} ${mark.label}`}
              className={classNames(css.mark, side(mark.at))}
              style={{ '--at': `${mark.at * 100}%` } as CSSProperties}
            >
              {mark.label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
