import { useQueryClient } from '@tanstack/react-query';
import { personName, say, windowName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { callStaffBack, closeAlarm, moveWindow } from '@shouwen/contracts/http/alarm.operations';
import type { AlarmBoard, AlarmView } from '@shouwen/contracts/views/alarm.schema';
import { ALARM_CAUSES } from '@shouwen/domain/alarm/alarm';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { formatMinutes } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { NumberedChoice } from '../shared/numbered-choice.tsx';
import type { Shown } from '../supervision/shown.ts';
import css from './alarms.module.css';

export interface AlarmAsking {
  what: 'close' | 'move' | 'call-back';
  alarm: AlarmView;
}

interface Props extends Pick<Shown, 'board' | 'catalogue'> {
  asking: AlarmAsking | null;
  onClose: () => void;
}

/** The one question of each step: the cause, the window, the person. */
export function AlarmDialogs({ asking, board, catalogue, onClose }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const close = useCommand(closeAlarm);
  const back = useCommand(callStaffBack);
  const move = useCommand(moveWindow);
  const alarmId = asking?.alarm.id ?? '';
  const queueId = asking?.alarm.about ?? '';
  const params = { hallId: me.hallId, alarmId };
  const done = (answer: AlarmBoard | { seq: number } | null) => {
    if (!answer) return;
    if ('live' in answer) queries.setQueryData(['alarms', me.hallId], answer);
    onClose();
  };
  const leave = () => {
    for (const command of [close, back, move]) command.reset();
    onClose();
  };
  const queueName = (id: string) => {
    const queue = catalogue.queues.find((one) => one.id === id);
    return queue ? say(queue.name, lng) : id;
  };
  const clerk = (id: string | null) =>
    personName(
      board.staff.find((one) => one.id === id),
      lng,
    );
  const staffed = catalogue.windows.flatMap((window) => {
    const now = board.windows.find(({ id }) => id === window.id);
    return now && now.state !== 'closed' ? [{ ...window, now }] : [];
  });
  const movable = staffed.filter(({ firstQueues }) => !firstQueues.includes(queueId));
  const moved = catalogue.windows.filter(({ moved: today }) => today?.day === board.day);
  const gone = staffed.filter(({ now }) => now.state === 'paused' || now.awaySince !== null);
  const minutes = (since: number) => formatMinutes(Math.max(0, Math.floor((board.clock.now - since) / 60_000)), lng);
  const moveTo = (windowId: string, queueIds: string[] | null) =>
    void move.run({ params: { hallId: me.hallId, windowId }, body: { queueIds } }).then(done);
  return (
    <>
      <Dialog open={asking?.what === 'close'} onClose={leave} title={t('alarms.closeTitle')}>
        <Failure error={close.error} />
        <NumberedChoice
          of={ALARM_CAUSES.map((cause) => ({ id: cause, label: t(`alarms.causes.${cause}`) }))}
          onChoose={(cause) => void close.run({ params, body: { cause } }).then(done)}
        />
      </Dialog>
      <Dialog
        open={asking?.what === 'move'}
        onClose={leave}
        title={t('alarms.moveTitle', { queue: queueName(queueId) })}
      >
        <Failure error={move.error} />
        <p>{movable.length === 0 ? t('alarms.noWindow') : t('alarms.moveHint', { queue: queueName(queueId) })}</p>
        <NumberedChoice
          of={movable.map(({ id, firstQueues, now }) => ({
            id,
            label: [windowName(catalogue, id, lng), firstQueues.map(queueName).join(' / '), clerk(now.clerkId)].join(
              ' · ',
            ),
          }))}
          onChoose={(windowId) => moveTo(windowId, [queueId])}
        />
        {moved.map(({ id, firstQueues }) => (
          <p key={id} className={css.movedBack}>
            <span>
              {windowName(catalogue, id, lng)} · {t('alarms.moved', { queue: firstQueues.map(queueName).join(' / ') })}
            </span>
            <Button onClick={() => moveTo(id, null)}>{t('alarms.moveBack')}</Button>
          </p>
        ))}
      </Dialog>
      <Dialog open={asking?.what === 'call-back'} onClose={leave} title={t('alarms.callBackTitle')}>
        <Failure error={back.error} />
        <p>{t(gone.length === 0 ? 'alarms.nobodyAway' : 'alarms.callBackHint')}</p>
        <NumberedChoice
          of={gone.map(({ id, now }) => ({
            id,
            label: [
              windowName(catalogue, id, lng),
              clerk(now.clerkId),
              now.state === 'paused'
                ? `${t(`terminal.pauses.${now.pauseReason ?? 'other'}`)} ${minutes(now.since)}`
                : `${t('supervision.states.away')} ${minutes(now.awaySince ?? now.since)}`,
            ].join(' · '),
          }))}
          onChoose={(windowId) => void back.run({ params, body: { windowId } }).then(done)}
        />
      </Dialog>
    </>
  );
}
