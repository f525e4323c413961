import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { personName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { callOffInspection } from '@shouwen/contracts/http/inspection.operations';
import type { InspectionView } from '@shouwen/contracts/views/inspection.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Dialog } from '@shouwen/ui/dialog';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay, formatNames } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import type { BoardProps } from './oversight-screen.tsx';
import css from './oversight.module.css';
import { PlanForm } from './plan-form.tsx';
import { useInspections } from './use-inspections.ts';

/** The plan of inspections, and those that are over with what they found. */
export function InspectionBoard({ today, leads }: BoardProps) {
  const { t } = useText();
  const { data, error } = useInspections();
  const [planning, setPlanning] = useState(false);
  if (!data) return error ? <Failure error={error} /> : <Opening />;
  const planned = data.filter(({ state }) => state === 'planned').reverse();
  const ended = data.filter(({ state }) => state !== 'planned');
  const plan = leads && (
    <Button kind="primary" onClick={() => setPlanning(true)}>
      {t('oversight.plan')}
    </Button>
  );
  return (
    <>
      <Card labelledBy="planned">
        <div className={css.head}>
          <h2 id="planned">{t('oversight.planned')}</h2>
          {planned.length > 0 && plan}
        </div>
        {planned.length === 0 ? (
          <EmptyState title={t('oversight.noPlan')} action={plan || undefined}>
            {t('oversight.noPlanHint')}
          </EmptyState>
        ) : (
          <ul className={css.list}>
            {planned.map((one) => (
              <InspectionRow key={one.id} inspection={one} leads={leads} />
            ))}
          </ul>
        )}
      </Card>
      {ended.length > 0 && (
        <Card labelledBy="ended">
          <h2 id="ended">{t('oversight.ended')}</h2>
          <ul className={css.list}>
            {ended.map((one) => (
              <InspectionRow key={one.id} inspection={one} leads={leads} />
            ))}
          </ul>
        </Card>
      )}
      <Dialog open={planning} onClose={() => setPlanning(false)} title={t('oversight.plan')} actions={<></>}>
        {planning && <PlanForm today={today} onDone={() => setPlanning(false)} />}
      </Dialog>
    </>
  );
}

/** An inspection, a line, and the way into it. */
export function InspectionRow({ inspection, leads }: { inspection: InspectionView; leads: boolean }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const callOff = useCommand(callOffInspection);
  const { id, round, day, inspectors, points, state, mine } = inspection;
  const seen = points.filter(({ result }) => result !== null).length;
  const found = points.reduce((sum, { findings }) => sum + findings.length, 0);
  const names = formatNames(
    inspectors.map((one) => personName(one, lng)),
    lng,
  );
  return (
    <li>
      <div>
        <strong>
          {formatDay(day, lng)} · {t(`oversight.rounds.${round}`)}
        </strong>
        <span className={css.quiet}>
          {names} · {t('oversight.seen', { seen, all: points.length })}
        </span>
        <Failure error={callOff.error} />
      </div>
      {found > 0 && <Pill tone="soon">{t('oversight.found', { count: found })}</Pill>}
      {state !== 'planned' && <Pill>{t(`oversight.states.${state}`)}</Pill>}
      <span className={css.buttons}>
        {state === 'planned' && leads && seen === 0 && (
          <Button
            kind="quiet"
            busy={callOff.pending}
            onClick={() =>
              void callOff
                .run({ params: { hallId: me.hallId, inspectionId: id } })
                .then(() => queries.invalidateQueries({ queryKey: ['docket', me.hallId, 'inspections'] }))
            }
          >
            {t('oversight.callOff')}
          </Button>
        )}
        <Button kind={mine ? 'primary' : 'plain'} href={`/dashboard/oversight/inspection/${id}`}>
          {t(mine ? (seen > 0 ? 'oversight.goOn' : 'oversight.inspect') : 'oversight.look')}
        </Button>
      </span>
    </li>
  );
}
