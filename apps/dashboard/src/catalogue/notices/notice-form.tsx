import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { NOTICE_COLUMNS, type Notice, type NoticeColumn } from '@shouwen/contracts/catalogue/notice.schema';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import { Button } from '@shouwen/ui/button';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';
import { emptyNotice, noticeDraftOf, noticeFault, noticeId, noticeOfDraft, standsFast } from './notice-draft.ts';

export interface NoticeFormProps {
  catalogue: PublicCatalogue;
  today: string;
  onSaved: (seq: number) => Promise<void>;
  onCancel: () => void;
}

/** A notice written or changed. What was published keeps its column and its first day. */
export function NoticeForm({
  catalogue,
  today,
  notice,
  onSaved,
  onCancel,
}: NoticeFormProps & { notice: Notice | null }) {
  const me = useMe();
  const { t } = useText();
  const [draft, setDraft] = useState(() => (notice ? noticeDraftOf(notice) : emptyNotice(today)));
  const [basedOn] = useState(catalogue.seq);
  const save = useCommand(changeCatalogue);
  const fixed = standsFast(notice, today);
  const taken = catalogue.notices.map(({ id }) => id);
  const item = noticeOfDraft(notice?.id ?? noticeId(today, taken), draft, notice?.withdrawn ?? null);
  const fault = noticeFault(item);
  const keep = async (next: Notice | null) => {
    const change = { kind: 'notice' as const, id: item.id, item: next && { ...next } };
    const reply = await save.run({ params: { hallId: me.hallId }, body: { changes: [change], basedOn } });
    if (reply) await onSaved(reply.seq);
  };
  const field = (name: 'zh' | 'en' | 'bodyZh' | 'bodyEn') => {
    const lng = name.toLowerCase().endsWith('zh') ? 'zh' : 'en';
    const isBody = name.startsWith('body');
    return (
      <textarea
        className={settings.input}
        lang={lng === 'zh' ? 'zh-CN' : 'en'}
        rows={isBody ? 4 : 2}
        maxLength={isBody ? 20_000 : 2000}
        aria-label={`${t(isBody ? 'notices.body' : 'notices.text')} · ${t(`notices.${lng}`)}`}
        placeholder={t(`notices.${lng}`)}
        value={draft[name]}
        onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
      />
    );
  };
  const date = (name: 'from' | 'until', label: string) => (
    <label>
      {label}
      <input
        className={settings.input}
        type="date"
        required={name === 'from'}
        disabled={name === 'from' && fixed}
        value={draft[name]}
        onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
      />
    </label>
  );
  return (
    <form
      className={settings.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) void keep(item);
      }}
    >
      {fixed && <p className={settings.quiet}>{t('notices.fixed')}</p>}
      <label>
        {t('notices.column')}
        <select
          className={settings.input}
          disabled={fixed}
          value={draft.column}
          onChange={({ target }) => setDraft({ ...draft, column: target.value as NoticeColumn })}
        >
          {NOTICE_COLUMNS.map((one) => (
            <option key={one} value={one}>
              {t(`notices.columns.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={settings.stack}>
        <span>{t('notices.text')}</span>
        {field('zh')}
        {field('en')}
      </div>
      <div className={settings.stack}>
        <span>{t('notices.body')}</span>
        {field('bodyZh')}
        {field('bodyEn')}
      </div>
      <div className={settings.row}>
        {date('from', t('notices.publish'))}
        {date('until', t('notices.end'))}
      </div>
      <div className={settings.choice}>
        <label>
          <input
            type="checkbox"
            checked={draft.band}
            onChange={({ target }) => setDraft({ ...draft, band: target.checked })}
          />
          {t('notices.band')}
        </label>
      </div>
      <div aria-live="polite">{fault && <p className={settings.wrong}>{t(`notices.faults.${fault}`)}</p>}</div>
      <Failure error={save.error} />
      <div className={settings.row}>
        <Button type="submit" kind="primary" busy={save.pending} disabled={fault !== null}>
          {t('notices.save')}
        </Button>
        <Button onClick={onCancel}>{t('notices.cancel')}</Button>
        {notice && notice.from > today && (
          <Button kind="quiet" tone="danger" busy={save.pending} onClick={() => void keep(null)}>
            {t('notices.delete')}
          </Button>
        )}
      </div>
    </form>
  );
}
