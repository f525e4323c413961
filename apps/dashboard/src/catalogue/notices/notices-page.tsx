import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import {
  NOTICE_COLUMNS,
  noticeState,
  type Notice,
  type NoticeColumn,
} from '@shouwen/contracts/catalogue/notice.schema';
import { listNoticeReads } from '@shouwen/contracts/http/notice.operations';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from '../../i18n/text.ts';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type SettingsPage } from '../use-settings.ts';
import { NoticeCounts } from './notice-counts.tsx';
import { NoticeForm } from './notice-form.tsx';
import { NoticeTable } from './notice-table.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

type Doing = { what: 'write'; notice: Notice | null } | { what: 'withdraw'; notice: Notice };
const ORDER = ['shown', 'planned', 'ended', 'withdrawn'] as const;

/** Notices by column (信息公开): written, published on a day, withdrawn with a reason, counted. */
export function NoticesPage({ catalogue, today, may }: SettingsPage) {
  const { t, lng } = useText();
  const { saved, done } = useSaved();
  const api = useApi();
  const { data: read } = useQuery({
    queryKey: ['notice-reads', catalogue.hall.id],
    queryFn: () => api.call(listNoticeReads, { params: { hallId: catalogue.hall.id } }),
  });
  const reads = new Map((read ?? []).map((one) => [one.noticeId, one.reads]));
  const [column, setColumn] = useState<NoticeColumn | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const rank = (notice: Notice) => ORDER.indexOf(noticeState(notice, today));
  const shown = catalogue.notices
    .filter((notice) => column === null || notice.column === column)
    .toSorted((a, b) => rank(a) - rank(b) || b.from.localeCompare(a.from));
  const onSaved = async (seq: number) => {
    setDoing(null);
    await done({ seq });
  };
  const form = { catalogue, today, onSaved, onCancel: () => setDoing(null) };
  const title = () => {
    if (doing?.what === 'withdraw') return t('notices.withdrawAsk');
    return doing?.notice ? t('notices.editFor', { text: say(doing.notice.text, lng) }) : t('notices.new');
  };
  return (
    <>
      <p className={`${settings.quiet} ${settings.lead}`}>{t('notices.hint')}</p>
      <SavedBanner saved={saved} />
      <div className={settings.two}>
        <div className={settings.stack}>
          <div className={settings.row}>
            {may && (
              <Button kind="primary" onClick={() => setDoing({ what: 'write', notice: null })}>
                {t('notices.new')}
              </Button>
            )}
            <Button href={`/public/${catalogue.hall.id}/notices`}>{t('notices.publicPage')}</Button>
          </div>
          <div className={settings.row} role="group" aria-label={t('notices.column')}>
            {[null, ...NOTICE_COLUMNS].map((one) => (
              <Button key={one ?? 'all'} shape="pill" pressed={one === column} onClick={() => setColumn(one)}>
                {one === null ? t('notices.all') : t(`notices.columns.${one}`)}
              </Button>
            ))}
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t('notices.empty')}>{t('notices.emptyHint')}</EmptyState>
          ) : (
            <NoticeTable
              notices={shown}
              today={today}
              reads={reads}
              may={may}
              onEdit={(notice) => setDoing({ what: 'write', notice })}
              onWithdraw={(notice) => setDoing({ what: 'withdraw', notice })}
            />
          )}
        </div>
        <div className={settings.side}>
          <NoticeCounts today={today} seq={catalogue.seq} />
          <SavedList kinds={['notice']} catalogue={catalogue} may={may} />
        </div>
      </div>
      <Dialog open={doing !== null} onClose={() => setDoing(null)} title={title()} actions={<></>}>
        {doing?.what === 'write' && <NoticeForm {...form} notice={doing.notice} />}
        {doing?.what === 'withdraw' && <WithdrawForm {...form} notice={doing.notice} />}
      </Dialog>
    </>
  );
}
