import { noticeSchema, type Notice } from '@shouwen/contracts/catalogue/notice.schema';
import type { ServiceDay } from '@shouwen/domain/time/instant';

/** A notice as it is typed: an empty field is nothing. */
export interface NoticeDraft {
  column: Notice['column'];
  zh: string;
  en: string;
  bodyZh: string;
  bodyEn: string;
  band: boolean;
  from: string;
  until: string;
}

/** English that was never written is the Chinese itself; in the form it is an empty field. */
const english = (text: { zh: string; en: string } | null): string => (text && text.en !== text.zh ? text.en : '');

export const emptyNotice = (today: ServiceDay): NoticeDraft => ({
  column: 'announcement',
  zh: '',
  en: '',
  bodyZh: '',
  bodyEn: '',
  band: true,
  from: today,
  until: '',
});

export const noticeDraftOf = ({ column, text, body, band, from, until }: Notice): NoticeDraft => ({
  column,
  zh: text.zh,
  en: english(text),
  bodyZh: body?.zh ?? '',
  bodyEn: english(body),
  band,
  from,
  until: until ?? '',
});

const both = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() || zh.trim() });

export function noticeOfDraft(id: string, draft: NoticeDraft, withdrawn: Notice['withdrawn']): Notice {
  const { column, zh, en, bodyZh, bodyEn, band, from, until } = draft;
  const body = bodyZh.trim() === '' && bodyEn.trim() === '' ? null : both(bodyZh, bodyEn);
  return { id, column, text: both(zh, en), body, band, from, until: until || null, withdrawn };
}

/** The first thing that keeps a notice from being saved, by the contract's own rules. */
export function noticeFault(notice: Notice): 'text' | 'until' | 'other' | null {
  const field = noticeSchema.safeParse(notice).error?.issues[0]?.path[0];
  if (field === undefined) return null;
  return field === 'text' || field === 'until' ? field : 'other';
}

/** An id that no notice has: the day and a number. */
export function noticeId(day: ServiceDay, taken: readonly string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`n-${day}-${n}`)) return `n-${day}-${n}`;
}

/** Column and first day stand from the day after it was published; the counts go by them. */
export const standsFast = (notice: Notice | null, today: ServiceDay): boolean => notice !== null && notice.from < today;
