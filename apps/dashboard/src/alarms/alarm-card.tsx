import { personName } from '@shouwen/client/names';
import type { AlarmView } from '@shouwen/contracts/views/alarm.schema';
import { ALARM_ABOUT } from '@shouwen/domain/alarm/alarm';
import { Button } from '@shouwen/ui/button';
import { formatTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useMe } from '../session/session.tsx';
import type { AlarmAsking } from './alarm-dialogs.tsx';
import { alarmWords, readingWords, type AlarmTold } from './alarm-words.ts';
import css from './alarms.module.css';

interface Props {
  alarm: AlarmView;
  words: AlarmTold;
  /** Whether this person acts on alarms at all. */
  acts: boolean;
  /** The gravest that nobody has: the one next step. */
  next: boolean;
  onTake: (alarm: AlarmView) => void;
  onAsk: (asking: AlarmAsking) => void;
}

/** Alarms that more hands help with. */
const HANDS_HELP: readonly AlarmView['measure'][] = [
  'longest-wait',
  'waiting-long',
  'waiting-per-window',
  'crowding',
  'no-shows',
];

/** One trouble: how bad, since when, who has it, and what can be done about it from here. */
export function AlarmCard({ alarm, words, acts, next, onTake, onAsk }: Props) {
  const me = useMe();
  const { t, lng, catalogue, staff } = words;
  const time = (at: number) => formatTime(at, catalogue?.hall.timeZone ?? 'Asia/Shanghai', lng);
  const mine = alarm.takenBy === me.staffId;
  const over = alarm.overAt !== null;
  const holder = personName(
    staff.find(({ id }) => id === alarm.takenBy),
    lng,
  );
  const called = alarm.calledBack.at(-1);
  return (
    <li className={[css.card, css[alarm.level], over && css.over].filter(Boolean).join(' ')}>
      <p className={css.cardHead}>
        <Pill tone={alarm.level === 'red' ? 'broken' : 'soon'} shape>
          {t(`alarms.levels.${alarm.level}`)}
        </Pill>
        <span>{t('alarms.since', { time: time(alarm.openedAt) })}</span>
      </p>
      <div className={css.body}>
        <div className={css.words}>
          <p className={css.says}>{alarmWords(alarm, over ? alarm.value : (alarm.now ?? alarm.value), words)}</p>
          <p className={css.quiet}>
            {[
              over && alarm.now !== null && t('alarms.now', { value: readingWords(alarm.measure, alarm.now, words) }),
              over && t('alarms.over', { time: time(alarm.overAt!) }),
              mine && t('alarms.mine'),
              alarm.takenBy !== null && !mine && t('alarms.has', { name: holder }),
              alarm.takenBy === null && alarm.told > 1 && t('alarms.told', { count: alarm.told }),
              called && t('alarms.calledAt', { time: time(called.at) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {acts && (
          <div className={css.buttons}>
            {!mine && (
              <Button kind={next ? 'primary' : 'plain'} onClick={() => onTake(alarm)}>
                {t(alarm.takenBy === null ? 'alarms.take' : 'alarms.takeOver')}
              </Button>
            )}
            {mine && !over && ALARM_ABOUT[alarm.measure] === 'queue' && (
              <Button onClick={() => onAsk({ what: 'move', alarm })}>{t('alarms.move')}</Button>
            )}
            {mine && !over && HANDS_HELP.includes(alarm.measure) && (
              <Button onClick={() => onAsk({ what: 'call-back', alarm })}>{t('alarms.callBack')}</Button>
            )}
            {mine && (
              <Button kind={over ? 'primary' : 'plain'} onClick={() => onAsk({ what: 'close', alarm })}>
                {t('alarms.close')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
