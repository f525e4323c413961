import { useEffect, useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { personName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { changeRoster, previewRoster, type RosterStep } from '@shouwen/contracts/http/settings.operations';
import type { RosterPreview } from '@shouwen/contracts/views/settings.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';

interface Props {
  /** `null`: not filled in yet. */
  step: RosterStep | null;
  staff: readonly Staff[];
  basedOn: number;
  onSaved: (seq: number) => Promise<void>;
  onCancel: () => void;
}

/** The way of every change of the roster: first whose matters go to whom, then saving it. */
export function RosterChange({ step, staff, basedOn, onSaved, onCancel }: Props) {
  const me = useMe();
  const { t } = useText();
  const preview = useCommand(previewRoster);
  const save = useCommand(changeRoster);
  const [seen, setSeen] = useState<{ of: string; found: RosterPreview } | null>(null);
  const asked = JSON.stringify([basedOn, step]);
  const params = { hallId: me.hallId };
  const [forgetLook, forgetSave] = [preview.reset, save.reset];
  useEffect(() => {
    // Another question: what was wrong with the last one is no longer said.
    forgetLook();
    forgetSave();
  }, [asked, forgetLook, forgetSave]);
  const look = async () => {
    const found = step && (await preview.run({ params, body: { steps: [step] } }));
    if (found) setSeen({ of: asked, found });
  };
  const keep = async () => {
    const done = step && (await save.run({ params, body: { steps: [step], basedOn } }));
    if (done) await onSaved(done.seq);
  };
  const known = seen?.of === asked ? seen.found : null;
  return (
    <div className={settings.stack} aria-live="polite">
      <RosterFailure error={preview.error ?? save.error} staff={staff} />
      {known && <Goes preview={known} staff={staff} />}
      <div className={settings.row}>
        {known ? (
          <Button kind="primary" busy={save.pending} onClick={() => void keep()}>
            {t('settings.save')}
          </Button>
        ) : (
          <Button kind="primary" disabled={step === null} busy={preview.pending} onClick={() => void look()}>
            {t('settings.roster.look')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('settings.cancel')}</Button>
      </div>
    </div>
  );
}

/** Whose open matters go to whom, and when. */
function Goes({ preview, staff }: { preview: RosterPreview; staff: readonly Staff[] }) {
  const { t, lng } = useText();
  const name = (id: string | null) =>
    personName(
      staff.find((one) => one.id === id),
      lng,
    ) || t('settings.roster.nobody');
  if (preview.length === 0) return <p>{t('settings.roster.nothing')}</p>;
  return (
    <ul role="list">
      {preview.map(({ staffId, from, until, actsId, beforeId, open }) => {
        const values = { name: name(staffId), count: open, from: formatDay(from, lng), until: formatDay(until, lng) };
        return (
          <li key={`${staffId} ${from}`}>
            {actsId === staffId
              ? t('settings.roster.goesBack', { ...values, before: name(beforeId) })
              : t('settings.roster.goes', { ...values, to: name(actsId) })}
          </li>
        );
      })}
    </ul>
  );
}

/** Why a roster is not saved; where somebody would be left with nobody, who and when. */
function RosterFailure({ error, staff }: { error: Error | null; staff: readonly Staff[] }) {
  const { t, lng } = useText();
  const figures = error instanceof ApiError && error.code === 'nobody-acts' ? error.problem.figures : undefined;
  if (!error || !figures) return <Failure error={error} />;
  const person = staff.find(({ id }) => id === figures['staffId']);
  const day = (name: 'from' | 'until') => formatDay(String(figures[name]), lng);
  const others = Number(figures['others'] ?? 0);
  return (
    <Banner kind="error" title={error.message}>
      {t('settings.roster.uncovered', {
        from: day('from'),
        until: day('until'),
        name: personName(person, lng) || String(figures['staffId']),
      })}{' '}
      {others > 0 && t('settings.roster.uncoveredOthers', { count: others })}
    </Banner>
  );
}
