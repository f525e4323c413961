import { useState } from 'react';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { Notice } from '@shouwen/contracts/catalogue/notice.schema';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import { Button } from '@shouwen/ui/button';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';
import type { NoticeFormProps } from './notice-form.tsx';

/** A notice taken back before its time, with the reason that stays on record. */
export function WithdrawForm({ catalogue, today, notice, onSaved, onCancel }: NoticeFormProps & { notice: Notice }) {
  const me = useMe();
  const { t, lng } = useText();
  const [basedOn] = useState(catalogue.seq);
  const [reason, setReason] = useState('');
  const save = useCommand(changeCatalogue);
  const keep = async () => {
    const words = reason.trim();
    const item = { ...notice, withdrawn: { day: today, reason: { zh: words, en: words } } };
    const change = { kind: 'notice' as const, id: notice.id, item };
    const reply = await save.run({ params: { hallId: me.hallId }, body: { changes: [change], basedOn } });
    if (reply) await onSaved(reply.seq);
  };
  return (
    <form
      className={settings.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p>
        <strong>{say(notice.text, lng)}</strong>
      </p>
      <p>{t('notices.withdrawHint')}</p>
      <label>
        {t('notices.reason')}
        <textarea
          className={settings.input}
          rows={2}
          maxLength={500}
          required
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Failure error={save.error} />
      <div className={settings.row}>
        <Button type="submit" kind="primary" tone="danger" busy={save.pending} disabled={reason.trim() === ''}>
          {t('notices.withdraw')}
        </Button>
        <Button onClick={onCancel}>{t('notices.cancel')}</Button>
      </div>
    </form>
  );
}
