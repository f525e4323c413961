import { REPORT_FORMATS, type ReportFormat, type ReportView } from '@shouwen/contracts/views/report.schema';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../i18n/text.ts';
import css from './performance.module.css';

const IN_FULL = { weekday: false, year: true };

interface Props {
  report: ReportView;
  onOpen: (format: ReportFormat) => void;
  onAgain: () => void;
}

/** A report that was asked for: how far it is, or its files, or that it has to be asked for again. */
export function ReportLine({ report, onOpen, onAgain }: Props) {
  const { t, lng } = useText();
  const { kind, from, until, state, progress } = report;
  const days =
    from === until
      ? formatDay(from, lng, IN_FULL)
      : `${formatDay(from, lng, IN_FULL)} – ${formatDay(until, lng, IN_FULL)}`;
  const name = `${t(`performance.reports.kinds.${kind}`)} ${days}`;
  return (
    <li className={css.report}>
      <span>
        <strong>{t(`performance.reports.kinds.${kind}`)}</strong> <span className={css.note}>{days}</span>
      </span>
      {state === 'made' ? (
        <span className={css.buttons}>
          {REPORT_FORMATS.map((format) => (
            <Button
              key={format}
              onClick={() => onOpen(format)}
              label={`${name} ${t(`performance.reports.formats.${format}`)}`}
            >
              {t(`performance.reports.formats.${format}`)}
            </Button>
          ))}
        </span>
      ) : state === 'failed' ? (
        <span className={css.buttons}>
          <span role="status">{t('performance.reports.failed')}</span>
          <Button onClick={onAgain}>{t('performance.reports.again')}</Button>
        </span>
      ) : (
        <ProgressBar
          value={progress / 100}
          label={name}
          valueText={t(state === 'asked' ? 'performance.reports.asked' : 'performance.reports.making', { progress })}
        />
      )}
    </li>
  );
}
