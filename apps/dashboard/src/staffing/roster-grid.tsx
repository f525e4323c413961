import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Card } from '@shouwen/ui/card';
import { formatPercent, formatTime } from '@shouwen/ui/i18n/format';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import css from './staffing.module.css';
import { groupName } from './words.ts';

interface Props {
  view: StaffingView;
  catalogue: PublicCatalogue;
  draft: readonly (readonly number[])[];
  onDraft: (draft: number[][]) => void;
  children: ReactNode;
}

/** How many windows of each kind are open in each hour, by − and +; how the shown roster keeps the promise stands under each figure. */
export function RosterGrid({ view, catalogue, draft, onDraft, children }: Props) {
  const { t, lng } = useText();
  const { timeZone } = catalogue.hall;
  const shown = view.whatIf ?? view.planned;
  const open = (slot: number) => draft.reduce((sum, row) => sum + row[slot]!, 0);
  const change = (group: number, slot: number, by: number) =>
    onDraft(draft.map((row, at) => row.map((count, where) => (at === group && where === slot ? count + by : count))));
  return (
    <Card labelledBy="roster">
      <h2 id="roster">
        {t('staffing.roster')}{' '}
        <small className={css.note}>{t('staffing.rosterHint', { count: view.windowCount })}</small>
      </h2>
      <div className={css.scroll}>
        <table className={css.grid}>
          <thead>
            <tr>
              <th scope="col">{t('staffing.group')}</th>
              {view.slots.map(({ from }) => (
                <th key={from} scope="col">
                  {formatTime(from, timeZone, lng)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.groups.map((group, at) => {
              const name = groupName(group, catalogue, lng);
              return (
                <tr key={group.id}>
                  <th scope="row">
                    {name}
                    {group.absent > 0 && (
                      <small className={css.note}> {t('staffing.absent', { count: group.absent })}</small>
                    )}
                  </th>
                  {view.slots.map(({ from }, slot) => {
                    const where = t('staffing.at', { group: name, time: formatTime(from, timeZone, lng) });
                    const count = draft[at]![slot]!;
                    const { kept } = shown.cells[at]![slot]!;
                    const same = shown.roster[at]![slot] === count;
                    return (
                      <td key={from} data-bad={same && kept !== null && kept < view.goal.target}>
                        <span className={css.stepper}>
                          <button type="button" disabled={count === 0} onClick={() => change(at, slot, -1)}>
                            <span aria-hidden="true">−</span>
                            <VisuallyHidden>{t('staffing.fewer', { where })}</VisuallyHidden>
                          </button>
                          <b>{count}</b>
                          <button
                            type="button"
                            disabled={open(slot) >= view.windowCount}
                            onClick={() => change(at, slot, 1)}
                          >
                            <span aria-hidden="true">+</span>
                            <VisuallyHidden>{t('staffing.more', { where })}</VisuallyHidden>
                          </button>
                        </span>
                        <small>{same && kept !== null ? formatPercent(kept, lng) : '—'}</small>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('staffing.total')}</th>
              {view.slots.map(({ from }, slot) => (
                <td key={from}>
                  <b>{open(slot)}</b>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {children}
    </Card>
  );
}
