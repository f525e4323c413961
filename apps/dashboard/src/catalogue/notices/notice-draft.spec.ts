import { emptyNotice, noticeDraftOf, noticeFault, noticeId, noticeOfDraft, standsFast } from './notice-draft.ts';

const typed = { ...emptyNotice('2026-11-25'), zh: ' 周三延时 ' };

it('is saved trimmed, without end or text when they are empty; English falls back on the Chinese and comes back empty', () => {
  const notice = noticeOfDraft('n1', typed, null);
  expect(notice).toEqual({
    id: 'n1',
    column: 'announcement',
    text: { zh: '周三延时', en: '周三延时' },
    body: null,
    band: true,
    from: '2026-11-25',
    until: null,
    withdrawn: null,
  });
  expect(noticeDraftOf(notice)).toMatchObject({ zh: '周三延时', en: '', bodyZh: '', until: '' });
});

it('says what is missing, takes no id twice, and knows what stands fast', () => {
  expect(noticeFault(noticeOfDraft('n1', typed, null))).toBeNull();
  expect(noticeFault(noticeOfDraft('n1', { ...typed, zh: ' ' }, null))).toBe('text');
  expect(noticeFault(noticeOfDraft('n1', { ...typed, until: '2026-11-01' }, null))).toBe('until');
  expect(noticeId('2026-11-25', ['n-2026-11-25-1'])).toBe('n-2026-11-25-2');
  expect(standsFast(noticeOfDraft('n1', typed, null), '2026-11-25')).toBe(false);
  expect(standsFast(noticeOfDraft('n1', typed, null), '2026-11-26')).toBe(true);
});
