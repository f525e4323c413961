import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import { DEFAULT_LIMITS, type LimitSettings } from '@shouwen/domain/case/limits';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type SettingsPage } from '../use-settings.ts';
import { LIMIT_GROUPS, shownValue, storedValue, type LimitField } from './limit-fields.ts';
import css from './limits.module.css';

const FIELDS: readonly LimitField[] = LIMIT_GROUPS.flatMap(({ fields }): readonly LimitField[] => fields);
type Typed = Record<keyof LimitSettings, string>;

const typedOf = (limits: LimitSettings): Typed =>
  Object.fromEntries(FIELDS.map((field) => [field.name, String(shownValue(field, limits[field.name]))])) as Typed;

/** The settings of limits (时限设置): each with what it does, its default and where that comes from. */
export function LimitsPage({ catalogue, may }: SettingsPage) {
  const me = useMe();
  const { t } = useText();
  const { hall } = catalogue;
  const [typed, setTyped] = useState(() => typedOf(hall.limits));
  const [base, setBase] = useState(hall.limits);
  // Saved, undone, or changed by somebody else: what is typed begins again from what stands now.
  if (base !== hall.limits) {
    setBase(hall.limits);
    setTyped(typedOf(hall.limits));
  }
  const save = useCommand(changeCatalogue);
  const { saved, done } = useSaved();
  const value = (field: LimitField, shown: number): string =>
    field.unit === 'percent'
      ? `${shown} %`
      : t(`settings.${field.unit === 'wholeHours' ? 'hours' : field.unit}`, { count: shown });
  const read = FIELDS.map((field) => ({ field, stored: storedValue(field, typed[field.name]) }));
  const wrong = read.some(({ stored }) => stored === null);
  const changed = read.filter(({ field, stored }) => stored !== null && stored !== hall.limits[field.name]);
  const keep = async () => {
    const limits = { ...hall.limits, ...Object.fromEntries(changed.map(({ field, stored }) => [field.name, stored])) };
    const change = { kind: 'hall' as const, id: hall.id, item: { ...hall, limits } };
    const reply = await save.run({
      params: { hallId: me.hallId },
      body: { changes: [change], basedOn: catalogue.seq },
    });
    if (reply) await done({ seq: reply.seq, note: t('settings.limits.promise') });
  };
  return (
    <>
      <p className={settings.quiet}>{t('settings.limits.hint')}</p>
      <Banner kind="info" title={t('settings.limits.promise')} />
      <SavedBanner saved={saved} />
      <div className={settings.two}>
        <div className={settings.stack}>
          {LIMIT_GROUPS.map(({ group, fields }) => (
            <Card key={group} labelledBy={group}>
              <h2 id={group}>{t(`settings.limits.groups.${group}`)}</h2>
              <div className={css.fields}>
                {fields.map((field) => (
                  <Field
                    key={field.name}
                    field={field}
                    typed={typed[field.name]}
                    now={hall.limits[field.name]}
                    may={may}
                    value={value}
                    onType={(text) => setTyped({ ...typed, [field.name]: text })}
                  />
                ))}
              </div>
            </Card>
          ))}
        </div>
        <div className={settings.side}>
          {may && (
            <Card>
              <div className={settings.stack}>
                <h2>{t('settings.limits.review')}</h2>
                {changed.length === 0 && <p className={settings.quiet}>{t('settings.matters.noChange')}</p>}
                <ul role="list">
                  {changed.map(({ field, stored }) => (
                    <li key={field.name}>
                      {t('settings.limits.change', {
                        name: t(`settings.limits.names.${field.name}`),
                        from: value(field, shownValue(field, hall.limits[field.name])),
                        to: value(field, shownValue(field, stored!)),
                      })}
                    </li>
                  ))}
                </ul>
                <Failure error={save.error} />
                <Button
                  kind="primary"
                  wide
                  disabled={changed.length === 0 || wrong}
                  busy={save.pending}
                  onClick={() => void keep()}
                >
                  {t('settings.save')}
                </Button>
                {changed.length > 0 && (
                  <Button kind="quiet" wide onClick={() => setTyped(typedOf(hall.limits))}>
                    {t('settings.cancel')}
                  </Button>
                )}
              </div>
            </Card>
          )}
          <SavedList kinds={['hall']} catalogue={catalogue} may={may} />
        </div>
      </div>
    </>
  );
}

interface FieldProps {
  field: LimitField;
  typed: string;
  now: number;
  may: boolean;
  value: (field: LimitField, shown: number) => string;
  onType: (text: string) => void;
}

function Field({ field, typed, now, may, value, onType }: FieldProps) {
  const { t } = useText();
  const { name, low, high, source } = field;
  const wrong = storedValue(field, typed) === null;
  const usual = shownValue(field, DEFAULT_LIMITS[name]);
  return (
    <div className={css.field}>
      <label htmlFor={name}>{t(`settings.limits.names.${name}`)}</label>
      <p className={settings.quiet} id={`${name}-why`}>
        {t(`settings.limits.explains.${name}`)}
      </p>
      <div className={settings.row}>
        {may ? (
          <input
            id={name}
            className={`${settings.input} ${settings.short}`}
            type="number"
            inputMode="numeric"
            min={low}
            max={high}
            step={1}
            aria-invalid={wrong}
            aria-describedby={`${name}-why ${name}-source`}
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        ) : (
          <strong id={name}>{shownValue(field, now)}</strong>
        )}
        <span>{value(field, Number(typed) || 0).replace(/^[\d.]+\s*/, '')}</span>
        {may && String(usual) !== typed && (
          <Button kind="quiet" onClick={() => onType(String(usual))}>
            {t('settings.limits.reset')}
          </Button>
        )}
      </div>
      {wrong && <p className={settings.wrong}>{t('settings.limits.outOfRange', { low, high })}</p>}
      <p className={css.source} id={`${name}-source`}>
        {t('settings.limits.default', { value: value(field, usual) })} · {t(`settings.limits.sources.${source}`)}
      </p>
    </div>
  );
}
