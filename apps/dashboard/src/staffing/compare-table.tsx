import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './staffing.module.css';
import { LINES, rangeText } from './words.ts';

/** As usual beside what if, and what those days really had. */
export function CompareTable({ view }: { view: StaffingView }) {
  const { t, lng } = useText();
  const { planned, whatIf, change, lived } = view;
  const changes = { mean: change?.meanMs ?? null, kept: change?.kept ?? null };
  return (
    <Card labelledBy="compare">
      <h2 id="compare">
        {t('staffing.compare')} <small className={css.note}>{t('staffing.compareHint')}</small>
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('staffing.lived')}</th>
              <th scope="col">{t('staffing.planned')}</th>
              {whatIf && <th scope="col">{t('staffing.whatIf')}</th>}
              {whatIf && <th scope="col">{t('staffing.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {LINES.map(({ id, unit, of }) => (
              <tr key={id}>
                <th scope="row">{t(`staffing.rows.${id}`)}</th>
                <td>{rangeText(of({ hall: lived }), unit, { t, lng })}</td>
                <td>{rangeText(of(planned), unit, { t, lng })}</td>
                {whatIf && <td className={css.strong}>{rangeText(of(whatIf), unit, { t, lng })}</td>}
                {whatIf && <td>{id === 'mean' || id === 'kept' ? rangeText(changes[id], unit, { t, lng }) : '—'}</td>}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('staffing.rows.hours')}</th>
              <td>—</td>
              <td>{formatNumber(planned.windowHours, lng, 1)}</td>
              {whatIf && <td className={css.strong}>{formatNumber(whatIf.windowHours, lng, 1)}</td>}
              {whatIf && <td>{formatNumber(whatIf.windowHours - planned.windowHours, lng, 1)}</td>}
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}
