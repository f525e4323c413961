import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber, formatPercent, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './staffing.module.css';
import { groupName, valueOf } from './words.ts';

/** The textbook beside the simulation, with what it takes for granted. */
export function ErlangTable({ view, catalogue }: { view: StaffingView; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const waited = (ms: number | null, kept: number | null, none: string) =>
    ms === null
      ? none
      : `${valueOf(ms, 'minutes', { t, lng })}${kept === null ? '' : ` · ${t('staffing.keptShort', { share: formatPercent(kept, lng) })}`}`;
  return (
    <Card labelledBy="erlang">
      <h2 id="erlang">
        {t('staffing.erlang')} <small className={css.note}>{t('staffing.erlangHint')}</small>
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              {(['group', 'time', 'load', 'opens', 'takes', 'formula', 'simulated'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`staffing.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.erlang.map((one) => (
              <tr key={one.group}>
                <th scope="row">{groupName(view.groups[one.group]!, catalogue, lng)}</th>
                <td>{formatTime(view.slots[one.slot]!.from, catalogue.hall.timeZone, lng)}</td>
                <td>{formatNumber(one.load, lng, 2)}</td>
                <td>{one.windows}</td>
                <td>{valueOf(one.occupiedMs, 'minutes', { t, lng })}</td>
                <td>{waited(one.meanWaitMs, one.serviceLevel, t('staffing.endless'))}</td>
                <td>{waited(one.simulatedMeanMs, one.simulatedKept, '—')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.note}>{t('staffing.erlangAssumes')}</p>
    </Card>
  );
}
