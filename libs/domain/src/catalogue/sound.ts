import { pinyin as read } from 'pinyin-pro';

/** How a Chinese name sounds: its initials and its full pinyin, without tones and blanks. */
export function pinyin(name: string): string[] {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;
  return [read(name, { ...options, pattern: 'first' }).join(''), read(name, options).join('')];
}
