import { useState } from 'react';
import { matterName, say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import type { StandardRecord } from '@shouwen/contracts/views/settings.schema';
import { LEAST_SERVINGS } from '@shouwen/domain/handling/propose-standard';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatPercent, formatSpan } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { SavedBanner } from '../saved-banner.tsx';
import settings from '../settings.module.css';
import { useSaved, type SettingsPage } from '../use-settings.ts';
import { useStandards } from './use-standards.ts';

const SPANS = [60, 90] as const;
const SHOWS = ['findings', 'all'] as const;
const COLUMNS = ['standard', 'servings', 'over', 'median', 'p80'] as const;

/** Handling standards against what really happens at the windows, with a proposal where the two have nothing to do with each other. */
export function StandardsPage({ catalogue, may }: SettingsPage) {
  const me = useMe();
  const { t, lng } = useText();
  const [span, setSpan] = useState<(typeof SPANS)[number]>(90);
  const [show, setShow] = useState<(typeof SHOWS)[number]>('findings');
  const { data, error } = useStandards(span, catalogue.seq);
  const change = useCommand(changeCatalogue);
  const { saved, done } = useSaved();
  const accept = async ({ matterId, proposedSeconds }: StandardRecord) => {
    const matter = catalogue.matters.find(({ id }) => id === matterId);
    if (!matter || proposedSeconds === null) return;
    const item = { ...matter, handlingStandardSeconds: proposedSeconds };
    const reply = await change.run({
      params: { hallId: me.hallId },
      body: { changes: [{ kind: 'matter', id: matterId, item }], basedOn: catalogue.seq },
    });
    const note = { matter: say(matter.name, lng), time: formatSpan(proposedSeconds, lng) };
    if (reply) await done({ seq: reply.seq, note: t('settings.standards.accepted', note) });
  };
  const worst = (one: StandardRecord) => (one.servings === 0 ? -1 : one.over / one.servings);
  const rows = (data?.matters ?? [])
    .filter(({ finding }) => show === 'all' || finding !== null)
    .sort((a, b) => worst(b) - worst(a));
  const time = (ms: number | null) => (ms === null ? '—' : formatSpan(ms / 1000, lng));
  return (
    <>
      <p className={`${settings.quiet} ${settings.lead}`}>{t('settings.standards.hint')}</p>
      <p className={`${settings.quiet} ${settings.lead}`}>{t('settings.standards.rule', { least: LEAST_SERVINGS })}</p>
      <SavedBanner saved={saved} />
      <div className={settings.row}>
        {SHOWS.map((one) => (
          <Button key={one} pressed={one === show} onClick={() => setShow(one)}>
            {t(`settings.standards.show.${one}`)}
          </Button>
        ))}
        <span aria-hidden="true">·</span>
        {SPANS.map((one) => (
          <Button key={one} pressed={one === span} onClick={() => setSpan(one)}>
            {t('settings.standards.span', { days: one })}
          </Button>
        ))}
      </div>
      <Failure error={error ?? change.error} />
      {!data && !error && <Opening />}
      {data && rows.length === 0 && (
        <EmptyState title={t('settings.standards.empty')}>{t('settings.standards.emptyHint')}</EmptyState>
      )}
      {rows.length > 0 && (
        <div className={settings.scroll} tabIndex={0} role="group" aria-label={t('settings.tabs.standards')}>
          <table className={settings.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.standards.columns.matter')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={settings.number}>
                    {t(`settings.standards.columns.${column}`)}
                  </th>
                ))}
                <th scope="col">{t('settings.standards.columns.proposal')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.matterId}>
                  <th scope="row">{matterName(catalogue, { matterId: row.matterId, queueId: '' }, lng)}</th>
                  <td className={settings.number}>{formatSpan(row.standardSeconds, lng)}</td>
                  <td className={settings.number}>{row.servings}</td>
                  <td className={settings.number}>
                    {row.servings === 0
                      ? '—'
                      : t('settings.standards.overOf', {
                          share: formatPercent(row.over / row.servings, lng),
                          over: row.over,
                          servings: row.servings,
                        })}
                  </td>
                  <td className={settings.number}>{time(row.medianMs)}</td>
                  <td className={settings.number}>{time(row.p80Ms)}</td>
                  <td>
                    <Proposal row={row} may={may} busy={change.pending} onAccept={() => void accept(row)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Proposal({
  row,
  may,
  busy,
  onAccept,
}: {
  row: StandardRecord;
  may: boolean;
  busy: boolean;
  onAccept: () => void;
}) {
  const { t, lng } = useText();
  if (row.finding === null)
    return (
      <span className={settings.quiet}>
        {t(row.servings < LEAST_SERVINGS ? 'settings.standards.few' : 'settings.standards.keep')}
      </span>
    );
  const words = t('settings.standards.accept', { time: formatSpan(row.proposedSeconds!, lng) });
  return (
    <span className={settings.row}>
      <Pill tone={row.finding === 'always-broken' ? 'broken' : 'explained'} shape>
        {t(`settings.standards.findings.${row.finding}`)}
      </Pill>
      {may ? (
        <Button busy={busy} onClick={onAccept}>
          {words}
        </Button>
      ) : (
        words
      )}
    </span>
  );
}
