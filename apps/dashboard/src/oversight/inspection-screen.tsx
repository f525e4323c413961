import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { finishInspection, passPoint } from '@shouwen/contracts/http/inspection.operations';
import type { InspectionView } from '@shouwen/contracts/views/inspection.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useDocketHall, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import css from './oversight.module.css';
import { useInspections } from './use-inspections.ts';

/** An inspection on a tablet in one hand: a point a row, its two answers where the thumb is. */
export default function InspectionScreen() {
  const hall = useDocketHall();
  const { inspectionId = '' } = useParams<{ inspectionId: string }>();
  const { data, error } = useInspections();
  const inspection = data?.find(({ id }) => id === inspectionId);
  return (
    <Shell hall={hall}>
      {inspection ? <Points inspection={inspection} /> : error ? <Failure error={error} /> : <Opening />}
    </Shell>
  );
}

function Points({ inspection }: { inspection: InspectionView }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const staff = useStaff();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [finding, setFinding] = useState<string | null>(null);
  const pass = useCommand(passPoint);
  const finish = useCommand(finishInspection);
  const { id: inspectionId, points, state, mine } = inspection;
  const params = { hallId: me.hallId, inspectionId };
  const refresh = () => queries.invalidateQueries({ queryKey: ['docket', me.hallId, 'inspections'] });
  const list = catalogue?.checklists.find(({ version }) => version === inspection.form);
  const pointOf = (id: string) => list?.points.find((one) => one.id === id);
  const nameOf = (id: string) => {
    const point = pointOf(id);
    return point ? say(point.name, lng) : id;
  };
  const seen = points.filter(({ result }) => result !== null).length;
  return (
    <main className={css.page}>
      <header className={css.head}>
        <div>
          <Link href="/dashboard/oversight/inspections">{t('oversight.back')}</Link>
          <h1>
            {t(`oversight.rounds.${inspection.round}`)} · {formatDay(inspection.day, lng)}
          </h1>
        </div>
        <strong className={css.progress}>{t('oversight.seen', { seen, all: points.length })}</strong>
      </header>
      {state === 'done' && <Banner kind="info" title={t('oversight.finished')} />}
      {state === 'planned' && !mine && (
        <p className={css.quiet}>{t('oversight.notYet', { day: formatDay(inspection.day, lng) })}</p>
      )}
      <ol className={css.points}>
        {points.map(({ id, result, findings }) => (
          <li key={id} data-result={result ?? undefined}>
            <div>
              <strong>{nameOf(id)}</strong>
              <span className={css.quiet}>{pointOf(id) && say(pointOf(id)!.hint, lng)}</span>
              {findings.map((number) => (
                <Link key={number} className={css.touch} href={`/dashboard/docket/${number}`}>
                  {number}
                </Link>
              ))}
            </div>
            <div className={css.answers}>
              {result === 'pass' && <span className={css.passed}>✓ {t('oversight.passed')}</span>}
              {mine && result === null && (
                <Button
                  kind="primary"
                  describedBy={`point-${id}`}
                  busy={pass.pending}
                  onClick={() =>
                    void pass.run({ params: { ...params, point: id } }).then((answer) => answer && refresh())
                  }
                >
                  {t('oversight.pass')}
                </Button>
              )}
              {mine && (
                <Button describedBy={`point-${id}`} onClick={() => setFinding(id)}>
                  {t(result === 'finding' ? 'oversight.findingMore' : 'oversight.finding')}
                </Button>
              )}
              <span id={`point-${id}`} hidden>
                {nameOf(id)}
              </span>
            </div>
          </li>
        ))}
      </ol>
      <Failure error={pass.error ?? finish.error} />
      {mine && (
        <div className={css.foot}>
          <Button
            kind="primary"
            wide
            disabled={seen < points.length}
            busy={finish.pending}
            onClick={() => void finish.run({ params }).then((answer) => answer && refresh())}
          >
            {t('oversight.finish')}
          </Button>
        </div>
      )}
      {finding !== null && (
        <FindingDialog
          inspectionId={inspectionId}
          point={{ id: finding, name: nameOf(finding) }}
          catalogue={catalogue}
          staff={staff.data ?? []}
          onClose={() => {
            setFinding(null);
            void refresh();
          }}
        />
      )}
    </main>
  );
}
