import { useState } from 'react';
import { personName, say } from '@shouwen/client/names';
import type { Leave } from '@shouwen/domain/catalogue/catalogue';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { RosterStep } from '@shouwen/contracts/http/settings.operations';
import { leaveFault } from '@shouwen/domain/catalogue/item-faults';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { Dialog } from '@shouwen/ui/dialog';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { faultSentence } from '../fault-sentence.ts';
import settings from '../settings.module.css';
import { RosterChange } from './roster-change.tsx';

/** What is asked of one person's line. */
export type Asking = { person: Staff } & ({ what: 'leave' } | { what: 'end'; leave: Leave } | { what: 'stand-in' });

interface Props {
  asking: Asking;
  staff: readonly Staff[];
  today: ServiceDay;
  basedOn: number;
  onSaved: (seq: number) => Promise<void>;
  onClose: () => void;
}

/** A leave, its end, or another stand-in: one short question, and where the matters go. */
export function RosterDialog({ asking, staff, today, basedOn, onSaved, onClose }: Props) {
  const { t, lng } = useText();
  const { person } = asking;
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [standInId, setStandIn] = useState(person.standInId ?? '');
  const name = personName(person, lng);
  const fault = asking.what === 'leave' ? leaveFault({ from, until }) : null;
  const steps: Record<Asking['what'], () => RosterStep | null> = {
    leave: () => (fault ? null : { step: 'leave', staffId: person.id, from, until }),
    end: () => (asking.what === 'end' ? { step: 'end-leave', leaveId: asking.leave.id, until: null } : null),
    'stand-in': () => ({ step: 'stand-in', staffId: person.id, standInId: standInId || null }),
  };
  const title = {
    leave: t('settings.roster.enterFor', { name }),
    end: t('settings.roster.enterFor', { name }),
    'stand-in': t('settings.roster.changeFor', { name }),
  }[asking.what];
  return (
    <Dialog open onClose={onClose} title={title} actions={<></>}>
      <form className={settings.form} onSubmit={(event) => event.preventDefault()}>
        {asking.what === 'leave' && (
          <div className={settings.row}>
            {(['from', 'until'] as const).map((end) => (
              <label key={end}>
                {t(`settings.roster.${end}`)}
                <input
                  className={settings.input}
                  type="date"
                  required
                  min={end === 'until' ? from : undefined}
                  aria-invalid={fault !== null}
                  value={end === 'from' ? from : until}
                  onChange={(event) => {
                    const day = event.target.value;
                    if (end === 'until') setUntil(day);
                    else {
                      setFrom(day);
                      if (until < day) setUntil(day);
                    }
                  }}
                />
              </label>
            ))}
          </div>
        )}
        {fault && <p className={settings.wrong}>{faultSentence(fault, lng)}</p>}
        {asking.what === 'end' && (
          <p>
            {t('settings.roster.span', {
              from: formatDay(asking.leave.from, lng),
              until: formatDay(asking.leave.until, lng),
            })}
          </p>
        )}
        {asking.what === 'stand-in' && (
          <label>
            {t('settings.roster.standIn')}
            <select className={settings.input} value={standInId} onChange={(event) => setStandIn(event.target.value)}>
              <option value="">{t('settings.roster.noStandIn')}</option>
              {staff
                .filter(({ id }) => id !== person.id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {personName(one, lng)} · {say(one.post, lng)}
                  </option>
                ))}
            </select>
          </label>
        )}
        <RosterChange
          step={steps[asking.what]()}
          staff={staff}
          basedOn={basedOn}
          onSaved={onSaved}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
