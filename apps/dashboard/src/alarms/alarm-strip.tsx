import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { takeAlarm } from '@shouwen/contracts/http/alarm.operations';
import type { AlarmBoard, AlarmView } from '@shouwen/contracts/views/alarm.schema';
import type { ToldAlarm } from '@shouwen/contracts/live/live';
import { Button } from '@shouwen/ui/button';
import { LiveRegion } from '@shouwen/ui/live-region';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import type { Shown } from '../supervision/shown.ts';
import { AlarmCard } from './alarm-card.tsx';
import { AlarmDialogs, type AlarmAsking } from './alarm-dialogs.tsx';
import { alarmWords } from './alarm-words.ts';
import css from './alarms.module.css';
import { EndedAlarms } from './ended-alarms.tsx';

/** More than this are a press away: the gravest stand first. */
const MOST = 6;

/** What is beyond a threshold now, at the head of the hall's screen: take it, act on it, close it with its cause. */
export function AlarmStrip({
  alarms,
  told,
  ...shown
}: Pick<Shown, 'board' | 'catalogue'> & { alarms: AlarmBoard; told: readonly ToldAlarm[] }) {
  const me = useMe();
  const { t, lng } = useText();
  const [asking, setAsking] = useState<AlarmAsking | null>(null);
  const [all, setAll] = useState(false);
  const take = useCommand(takeAlarm);
  const words = { t, lng, catalogue: shown.catalogue, staff: shown.board.staff };
  const acts = me.role === 'supervisor' || me.role === 'director';
  // What I have in hand stands before me; then as the server has it, the gravest that nobody has first.
  const mine = ({ takenBy }: AlarmView) => Number(takenBy === me.staffId);
  const live = alarms.live.toSorted((a, b) => mine(b) - mine(a));
  const next = live.find(({ takenBy }) => takenBy === null);
  const listed = all ? live : live.slice(0, MOST);
  const said = told.map((alarm) => `${t(`alarms.levels.${alarm.level}`)} ${alarmWords(alarm, alarm.value, words)}`);
  const onTake = (alarm: AlarmView) =>
    void take.run({ params: { hallId: me.hallId, alarmId: alarm.id }, body: { from: alarm.takenBy } });
  return (
    <section className={css.strip} aria-labelledby="alarms">
      <div className={css.head}>
        <h2 id="alarms">{t('alarms.title')}</h2>
        {live.length === 0 && <span className={css.quiet}>{t('alarms.none')}</span>}
        <EndedAlarms ended={alarms.ended} words={words} />
      </div>
      <LiveRegion urgency="now" text={said.join(lng === 'en' ? '. ' : '。')} />
      <Failure error={take.error} />
      {live.length > 0 && (
        <ul className={css.cards}>
          {listed.map((alarm) => (
            <AlarmCard
              key={alarm.id}
              alarm={alarm}
              words={words}
              acts={acts}
              next={alarm === next}
              onTake={onTake}
              onAsk={setAsking}
            />
          ))}
        </ul>
      )}
      {live.length > MOST && (
        <Button kind="quiet" expanded={all} onClick={() => setAll(!all)}>
          {all ? t('alarms.fewer') : t('alarms.more', { count: live.length - MOST })}
        </Button>
      )}
      <AlarmDialogs asking={asking} onClose={() => setAsking(null)} {...shown} />
    </section>
  );
}
