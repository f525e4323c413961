import { personName } from '@shouwen/client/names';
import type { AlarmView } from '@shouwen/contracts/views/alarm.schema';
import { formatTimeRange } from '@shouwen/ui/i18n/format';
import { alarmWords, type AlarmTold } from './alarm-words.ts';
import css from './alarms.module.css';

/** What ended in the last day, and how: closed by somebody with a cause, or by itself. */
export function EndedAlarms({ ended, words }: { ended: readonly AlarmView[]; words: AlarmTold }) {
  const { t, lng, catalogue, staff } = words;
  if (ended.length === 0) return null;
  const name = (id: string | null) =>
    personName(
      staff.find((one) => one.id === id),
      lng,
    );
  return (
    <details className={css.ended}>
      <summary>{t('alarms.ended', { count: ended.length })}</summary>
      <ul>
        {ended.map((alarm) => (
          <li key={alarm.id}>
            <span className={css.quiet}>
              {formatTimeRange(
                alarm.openedAt,
                alarm.closedAt ?? alarm.overAt ?? alarm.openedAt,
                catalogue?.hall.timeZone ?? 'Asia/Shanghai',
                lng,
              )}
            </span>{' '}
            {t(`alarms.levels.${alarm.level}`)} · {alarmWords(alarm, alarm.value, words)} ·{' '}
            {alarm.cause
              ? t('alarms.endedBy', { name: name(alarm.closedBy), cause: t(`alarms.causes.${alarm.cause}`) })
              : t('alarms.endedItself')}
          </li>
        ))}
      </ul>
    </details>
  );
}
