import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import { matterFault } from '@shouwen/domain/catalogue/item-faults';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';
import { changedMatter, standardOf, wishOf } from './matter-change.ts';

interface Props {
  matter: Matter;
  /** Cases of it that are open now. */
  open: number;
  today: ServiceDay;
  basedOn: number;
  onSaved: (seq: number) => Promise<void>;
  onCancel: () => void;
}

const KINDS = ['immediate', 'commitment'] as const;

/** A matter's limits and its standard at the window; what that changes and what stays is said before it is saved. */
export function MatterForm({ matter, open, today, basedOn, onSaved, onCancel }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const [wish, setWish] = useState(() => wishOf(matter));
  const save = useCommand(changeCatalogue);
  const next = changedMatter(matter, wish, today);
  const fault = next && matterFault(next);
  const same = JSON.stringify(next) === JSON.stringify(matter);
  const published = next !== null && next.guide.version !== matter.guide.version;
  const keep = async () => {
    const change = { kind: 'matter' as const, id: matter.id, item: { ...next } };
    const reply = await save.run({ params: { hallId: me.hallId }, body: { changes: [change], basedOn } });
    if (reply) await onSaved(reply.seq);
  };
  const days = (name: 'promised' | 'legal') => (
    <label>
      {t(`settings.matters.${name}`)}
      <input
        className={`${settings.input} ${settings.short}`}
        type="number"
        min={1}
        max={400}
        required
        aria-invalid={fault !== null}
        value={wish[name]}
        onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form
      className={settings.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <fieldset>
        <legend>{t('settings.matters.kind')}</legend>
        <div className={settings.row}>
          {KINDS.map((kind) => (
            <Button key={kind} pressed={wish.kind === kind} onClick={() => setWish({ ...wish, kind })}>
              {t(`settings.matters.kinds.${kind}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      {wish.kind === 'commitment' && (
        <div className={settings.row}>
          {days('promised')}
          {days('legal')}
        </div>
      )}
      <label>
        {t('settings.matters.minutes')}
        <input
          className={`${settings.input} ${settings.short}`}
          type="number"
          min={0.5}
          max={240}
          step={0.5}
          required
          aria-invalid={standardOf(wish.minutes) === null}
          value={wish.minutes}
          onChange={(event) => setWish({ ...wish, minutes: event.target.value })}
        />
      </label>
      <div aria-live="polite" className={settings.stack}>
        {fault && (
          <p className={settings.wrong}>
            {t('settings.matters.tooLong', { promised: next.promisedDays!, legal: next.legalDays! })}
          </p>
        )}
        {same && <p className={settings.quiet}>{t('settings.matters.noChange')}</p>}
        {next && !fault && !same && (
          <p>
            {published
              ? t('settings.matters.newVersion', {
                  version: next.guide.version,
                  day: formatDay(next.guide.effectiveFrom, lng, { year: true }),
                })
              : t('settings.matters.sameVersion')}{' '}
            {published && t('settings.matters.stays', { count: open })}
          </p>
        )}
      </div>
      <Failure error={save.error} />
      <div className={settings.row}>
        <Button kind="primary" type="submit" disabled={next === null || fault !== null || same} busy={save.pending}>
          {t('settings.save')}
        </Button>
        <Button onClick={onCancel}>{t('settings.cancel')}</Button>
      </div>
    </form>
  );
}
