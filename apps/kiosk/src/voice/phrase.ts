export type VoiceLanguage = 'zh' | 'en';

/** What a call says: a ticket's number and where to go; window 0 is the guide desk (导服台). */
export interface Phrase {
  number: string;
  window: number;
}

/** The call as a text, for a voice that reads texts. Letters and digits stand apart, so that `A017` is not read as seventeen. */
export function textOf({ number, window }: Phrase, language: VoiceLanguage): string {
  const spelled = number.split('').join(' ');
  if (language === 'en') {
    return `Number ${spelled}, please go to ${window === 0 ? 'the guide desk' : `window ${window}`}`;
  }
  return `请 ${spelled} 号到${window === 0 ? '导服台' : ` ${window} 号窗口`}`;
}

/** The call as names of clips, in the order of speaking (docs/decisions/0003-voice.md). */
export function partsOf({ number, window }: Phrase, language: VoiceLanguage): string[] {
  const spelled = number.toLowerCase().split('');
  const where = window === 0 ? ['desk'] : null;
  if (language === 'en') return ['number', ...spelled, ...(where ?? ['window', ...englishNumber(window)])];
  return ['please', ...spelled, 'number', 'to', ...(where ?? [...chineseNumber(window), 'window'])];
}

/** 12 → 十二, 20 → 二十, 105 → 一百零五; 1 to 999. */
export function chineseNumber(n: number): string[] {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10];
  const parts: string[] = [];
  if (hundreds > 0) parts.push(String(hundreds), 'hundred');
  if (tens > 0) parts.push(...(tens === 1 && hundreds === 0 ? [] : [String(tens)]), 'ten');
  else if (hundreds > 0 && ones > 0) parts.push('0');
  if (ones > 0) parts.push(String(ones));
  return parts;
}

/** 12 → twelve, 45 → forty five, 105 → one hundred five; 1 to 999. */
export function englishNumber(n: number): string[] {
  const rest = n % 100;
  const parts = n >= 100 ? [String(Math.floor(n / 100)), 'hundred'] : [];
  if (rest === 0) return parts;
  if (rest < 20) return [...parts, String(rest)];
  return [...parts, String(rest - (rest % 10)), ...(rest % 10 > 0 ? [String(rest % 10)] : [])];
}
