import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { viewAlarmRules } from '@shouwen/contracts/http/alarm.operations';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import type { AlarmBoard } from '@shouwen/contracts/views/alarm.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type Saved, type SettingsPage } from '../use-settings.ts';
import { draftOf, ruleOf, type AlarmDraft } from './alarm-draft.ts';
import css from './alarms-page.module.css';
import { RuleFields } from './rule-fields.tsx';

/** How the hall watches the nine measures of its live alarms (现场预警设置). */
export function AlarmsPage(page: SettingsPage) {
  const me = useMe();
  const api = useApi();
  // Kept here: what was saved is told also after the form has begun again from it.
  const { saved, done } = useSaved();
  const { data, error } = useQuery({
    queryKey: ['settings', me.hallId, 'alarm-rules', page.catalogue.seq],
    queryFn: () => api.call(viewAlarmRules, { params: { hallId: me.hallId } }),
    placeholderData: (before) => before,
  });
  // Begun again when the rules changed, not whenever something else of the hall did.
  const base = JSON.stringify([data, page.catalogue.hall.capacity]);
  return (
    <>
      <SavedBanner saved={saved} />
      <Failure error={error} />
      {data ? <Rules key={base} rules={data} onSaved={done} {...page} /> : <Opening />}
    </>
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Props extends SettingsPage {
  rules: AlarmBoard['rules'];
  onSaved: (saved: Saved) => Promise<void>;
}

function Rules({ rules, catalogue, may, onSaved }: Props) {
  const me = useMe();
  const { t } = useText();
  const { hall } = catalogue;
  const [drafts, setDrafts] = useState(() => rules.map(draftOf));
  const [capacity, setCapacity] = useState(String(hall.capacity ?? ''));
  const save = useCommand(changeCatalogue);
  const people = capacity.trim() === '' ? null : Number(capacity);
  const capacityWrong = people !== null && !(Number.isInteger(people) && people >= 1 && people <= 100_000);
  const changed = drafts.filter((draft, index) => !same(draft, draftOf(rules[index]!)));
  const typed = changed.map(ruleOf);
  const wrong = capacityWrong || typed.some((rule) => typeof rule === 'string');
  const moved = people !== hall.capacity;
  const change = (draft: AlarmDraft) => setDrafts(drafts.map((one) => (one.id === draft.id ? draft : one)));
  const keep = async () => {
    const items = typed.flatMap((rule) => (typeof rule === 'string' ? [] : [rule]));
    const changes = [
      ...items.map((item) => ({ kind: 'alarm' as const, id: item.id, item })),
      ...(moved ? [{ kind: 'hall' as const, id: hall.id, item: { ...hall, capacity: people } }] : []),
    ];
    const reply = await save.run({ params: { hallId: me.hallId }, body: { changes, basedOn: catalogue.seq } });
    if (reply) await onSaved({ seq: reply.seq });
  };
  const nothing = changed.length === 0 && !moved;
  return (
    <>
      <p className={settings.quiet}>{t('alarms.settings.hint')}</p>
      <div className={settings.two}>
        <div className={css.rules}>
          {drafts.map((draft) => (
            <RuleFields key={draft.id} draft={draft} may={may} onChange={change}>
              {draft.id === 'crowding' && (
                <div className={css.capacity}>
                  <label htmlFor="capacity">{t('alarms.settings.capacity')}</label>
                  <input
                    id="capacity"
                    className={`${settings.input} ${settings.short}`}
                    type="number"
                    inputMode="numeric"
                    min={1}
                    disabled={!may}
                    aria-invalid={capacityWrong}
                    aria-describedby="capacity-hint"
                    value={capacity}
                    onChange={({ target }) => setCapacity(target.value)}
                  />
                  <p id="capacity-hint" className={capacityWrong ? settings.wrong : settings.quiet}>
                    {t(capacityWrong ? 'alarms.settings.wrong' : 'alarms.settings.capacityHint')}
                  </p>
                </div>
              )}
            </RuleFields>
          ))}
        </div>
        <div className={settings.side}>
          {may && (
            <Card>
              <div className={settings.stack}>
                <h2>{t('alarms.settings.review')}</h2>
                {nothing && <p className={settings.quiet}>{t('alarms.settings.noChange')}</p>}
                <ul role="list">
                  {changed.map(({ id }) => (
                    <li key={id}>{t(`alarms.measures.${id}`)}</li>
                  ))}
                  {moved && <li>{t('alarms.settings.capacity')}</li>}
                </ul>
                <Failure error={save.error} />
                <Button kind="primary" wide disabled={nothing || wrong} busy={save.pending} onClick={() => void keep()}>
                  {t('settings.save')}
                </Button>
              </div>
            </Card>
          )}
          <SavedList kinds={['alarm']} catalogue={catalogue} may={may} />
        </div>
      </div>
    </>
  );
}
