import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { downloadReport, listReports, makeReport } from '@shouwen/contracts/http/report.operations';
import type { ReportFormat, ReportView } from '@shouwen/contracts/views/report.schema';
import { REPORT_KINDS, reportPeriodOf, type ReportKind } from '@shouwen/domain/report/report';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { save } from '../docket/files/file-viewer.tsx';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './performance.module.css';
import { ReportLine } from './report-line.tsx';

const IN_FULL = { weekday: false, year: true };
const isOnItsWay = ({ state }: ReportView): boolean => state === 'asked' || state === 'making';
/** How often the list is asked for while something is being made, ms. */
const WATCH_MS = 1_000;

/** Reports in Word and Excel: which, over which days (those around the last day on the screen), how far, and the files. */
export function ReportsCard({ day, today }: { day: string; today: string }) {
  const { hallId } = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [kind, setKind] = useState<ReportKind>('month');
  const [failure, setFailure] = useState<Error | null>(null);
  const make = useCommand(makeReport);
  const key = ['reports', hallId];
  const { data: reports, error } = useQuery({
    queryKey: key,
    queryFn: () => api.call(listReports, { params: { hallId } }),
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) ? WATCH_MS : false),
  });
  const period = reportPeriodOf(kind, day);
  const until = period.until < today ? period.until : today;
  const ask = async (wish: Pick<ReportView, 'kind' | 'from' | 'until'>) => {
    setFailure(null);
    const { kind: of, from, until: last } = wish;
    if (await make.run({ params: { hallId }, body: { kind: of, from, until: last } }))
      await queries.invalidateQueries({ queryKey: key });
  };
  const open = async (report: ReportView, format: ReportFormat) => {
    setFailure(null);
    try {
      const { name, content } = await api.receive(downloadReport, {
        params: { hallId, reportId: report.id },
        query: { format },
      });
      const url = URL.createObjectURL(content);
      save({ name, url });
      URL.revokeObjectURL(url);
    } catch (reason) {
      setFailure(reason as Error);
    }
  };
  return (
    <Card labelledBy="reports">
      <h2 id="reports">
        {t('performance.reports.title')} <small className={css.note}>{t('performance.reports.hint')}</small>
      </h2>
      <div className={css.fields}>
        <span role="group" aria-label={t('performance.reports.kind')} className={css.buttons}>
          {REPORT_KINDS.map((one) => (
            <Button key={one} shape="pill" pressed={one === kind} onClick={() => setKind(one)}>
              {t(`performance.reports.kinds.${one}`)}
            </Button>
          ))}
        </span>
        <span>
          {period.from === until
            ? formatDay(until, lng, IN_FULL)
            : `${formatDay(period.from, lng, IN_FULL)} – ${formatDay(until, lng, IN_FULL)}`}
        </span>
        <Button disabled={make.pending} onClick={() => void ask({ kind, ...period })}>
          {t('performance.reports.make')}
        </Button>
      </div>
      <Failure error={failure ?? make.error ?? error} />
      {reports && reports.length > 0 && (
        <ul className={css.reports}>
          {reports.map((report) => (
            <ReportLine
              key={report.id}
              report={report}
              onOpen={(format) => void open(report, format)}
              onAgain={() => void ask(report)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
