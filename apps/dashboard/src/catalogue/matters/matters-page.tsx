import { useState } from 'react';
import { say } from '@shouwen/client/names';
import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { compression } from '@shouwen/domain/catalogue/compression';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Dialog } from '@shouwen/ui/dialog';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatPercent, formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type SettingsPage } from '../use-settings.ts';
import { MatterForm } from './matter-form.tsx';
import { useStandards } from './use-standards.ts';

const DAYS = 90;

/** Matters with what is promised, what the law allows and what the window may take (事项时限). */
export function MattersPage({ catalogue, today, may }: SettingsPage) {
  const { t, lng } = useText();
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<{ matter: Matter; basedOn: number } | null>(null);
  const { saved, done } = useSaved();
  const { data: standards } = useStandards(DAYS, catalogue.seq);
  const wanted = search.trim().toLowerCase();
  const fits = ({ name, aliases }: Matter) =>
    [name.zh, name.en, ...aliases].some((text) => text.toLowerCase().includes(wanted));
  const groups = catalogue.departments
    .map(({ id, name }) => ({
      id,
      name,
      matters: catalogue.matters.filter((one) => one.departmentId === id && fits(one)),
    }))
    .filter(({ matters }) => matters.length > 0);
  const whole = compression(catalogue.matters);
  const days = (count: number | null) => (count === null ? '—' : String(count));
  const open = standards?.matters.find(({ matterId }) => matterId === editing?.matter.id)?.openCases ?? 0;
  return (
    <>
      <p className={settings.quiet}>{t('settings.matters.hint')}</p>
      <Card>
        <div className={settings.hero}>
          <span>{whole ? t('settings.matters.rate') : t('settings.matters.rateNone')}</span>
          {whole && (
            <>
              <span className={settings.figure}>{formatPercent(whole.rate, lng)}</span>
              <span className={settings.quiet}>
                {t('settings.matters.rateOf', { legal: whole.legal, promised: whole.promised, count: whole.count })}
              </span>
            </>
          )}
        </div>
      </Card>
      <SavedBanner saved={saved} />
      <div className={settings.two}>
        <div className={settings.stack}>
          <input
            className={settings.input}
            type="search"
            aria-label={t('settings.matters.search')}
            placeholder={t('settings.matters.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {groups.length === 0 ? (
            <EmptyState title={t('settings.matters.empty')} />
          ) : (
            <div className={settings.scroll} tabIndex={0} role="group" aria-label={t('settings.tabs.matters')}>
              <table className={settings.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('settings.matters.columns.matter')}</th>
                    <th scope="col">{t('settings.matters.columns.kind')}</th>
                    <th scope="col" className={settings.number}>
                      {t('settings.matters.columns.promised')}
                    </th>
                    <th scope="col" className={settings.number}>
                      {t('settings.matters.columns.legal')}
                    </th>
                    <th scope="col" className={settings.number}>
                      {t('settings.matters.columns.saved')}
                    </th>
                    <th scope="col" className={settings.number}>
                      {t('settings.matters.columns.standard')}
                    </th>
                    <th scope="col">{t('settings.matters.columns.version')}</th>
                    {may && <td />}
                  </tr>
                </thead>
                {groups.map(({ id, name, matters }) => (
                  <tbody key={id}>
                    <tr className={settings.group}>
                      <th colSpan={may ? 8 : 7} scope="colgroup">
                        {say(name, lng)}
                      </th>
                    </tr>
                    {matters.map((matter) => {
                      const own = compression([matter]);
                      return (
                        <tr key={matter.id}>
                          <th scope="row">{say(matter.name, lng)}</th>
                          <td>{t(`settings.matters.kinds.${matter.kind}`)}</td>
                          <td className={settings.number}>{days(matter.promisedDays)}</td>
                          <td className={settings.number}>{days(matter.legalDays)}</td>
                          <td className={settings.number}>{own ? formatPercent(own.rate, lng) : '—'}</td>
                          <td className={settings.number}>{formatSpan(matter.handlingStandardSeconds, lng)}</td>
                          <td>{t('settings.matters.version', { version: matter.guide.version })}</td>
                          {may && (
                            <td>
                              <Button
                                label={t('settings.matters.editFor', { matter: say(matter.name, lng) })}
                                onClick={() => setEditing({ matter, basedOn: catalogue.seq })}
                              >
                                {t('settings.matters.edit')}
                              </Button>
                            </td>
                          )}
                        </tr>
                      );
                    })}
                  </tbody>
                ))}
              </table>
            </div>
          )}
        </div>
        <div className={settings.side}>
          <SavedList kinds={['matter']} catalogue={catalogue} may={may} />
        </div>
      </div>
      <Dialog
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing ? t('settings.matters.editFor', { matter: say(editing.matter.name, lng) }) : ''}
        actions={<></>}
      >
        {editing && (
          <MatterForm
            {...editing}
            open={open}
            today={today}
            onCancel={() => setEditing(null)}
            onSaved={async (seq) => {
              setEditing(null);
              await done({ seq });
            }}
          />
        )}
      </Dialog>
    </>
  );
}
