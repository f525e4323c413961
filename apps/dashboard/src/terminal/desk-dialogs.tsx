import { useState } from 'react';
import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import {
  callChosen,
  closeWindow,
  finishServing,
  pauseWindow,
  transferTicket,
} from '@shouwen/contracts/http/queue.operations';
import type { WaitingTicket } from '@shouwen/contracts/views/board.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { OUT_OF_ORDER_REASONS } from '@shouwen/domain/event/hall-event';
import { SERVING_OUTCOMES } from '@shouwen/domain/ticket/ticket';
import { PAUSE_REASONS } from '@shouwen/domain/window/window';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../i18n/text.ts';
import { NumberedChoice } from '../shared/numbered-choice.tsx';
import type { DeskHandle } from './use-desk.ts';

/** What a step asks before it is done. */
export type Asking =
  { what: 'outcome' | 'pause' | 'transfer' | 'leave' | 'help' } | { what: 'chosen'; ticket: WaitingTicket };

interface Props {
  asking: Asking | null;
  desk: Desk;
  catalogue: PublicCatalogue;
  onClose: () => void;
  onLeft: () => void;
  run: DeskHandle['run'];
}

/** The one question of a step, answered by a figure key. */
export function DeskDialogs(props: Props) {
  const { asking, desk, onClose, run } = props;
  const { t } = useText();
  const number = desk.window.ticket?.number ?? '';
  const does = (command: Promise<boolean>) => {
    onClose();
    return command;
  };
  return (
    <>
      <Dialog open={asking?.what === 'outcome'} onClose={onClose} title={t('terminal.outcomeAsk', { number })}>
        <NumberedChoice
          of={SERVING_OUTCOMES.map((outcome) => ({ id: outcome, label: t(`terminal.outcomes.${outcome}`) }))}
          onChoose={(outcome) => void does(run(finishServing, { outcome }))}
        />
      </Dialog>
      <Dialog open={asking?.what === 'pause'} onClose={onClose} title={t('terminal.pauseAsk')}>
        <NumberedChoice
          of={PAUSE_REASONS.map((reason) => ({ id: reason, label: t(`terminal.pauses.${reason}`) }))}
          onChoose={(reason) => void does(run(pauseWindow, { reason }))}
        />
      </Dialog>
      <Dialog
        open={asking?.what === 'chosen'}
        onClose={onClose}
        title={t('terminal.chosenAsk', { number: asking?.what === 'chosen' ? asking.ticket.number : '' })}
      >
        <p>{t('terminal.chosenHint')}</p>
        <NumberedChoice
          of={OUT_OF_ORDER_REASONS.map((reason) => ({ id: reason, label: t(`terminal.reasons.${reason}`) }))}
          onChoose={(reason) =>
            asking?.what === 'chosen' && void does(run(callChosen, { ticketId: asking.ticket.id, reason }))
          }
        />
      </Dialog>
      <Dialog open={asking?.what === 'transfer'} onClose={onClose} title={t('terminal.transferAsk', { number })}>
        <TransferChoice {...props} onChosen={(body) => void does(run(transferTicket, body))} />
      </Dialog>
      <Dialog
        open={asking?.what === 'leave'}
        onClose={onClose}
        title={t('terminal.keys.close-window')}
        actions={
          <Button kind="primary" onClick={() => void does(run(closeWindow)).then((left) => left && props.onLeft())}>
            {t('terminal.keys.close-window')}
          </Button>
        }
      >
        {t('terminal.closeAsk')}
      </Dialog>
      <Dialog open={asking?.what === 'help'} onClose={onClose} title={t('terminal.help')}>
        {t('terminal.helpText')}
      </Dialog>
    </>
  );
}

/** The queue, then the matter: the citizen keeps number and place (PEERS 11). */
function TransferChoice({
  desk,
  catalogue,
  onChosen,
}: Props & { onChosen: (body: { queueId: string; matterId: string | null }) => void }) {
  const { lng } = useText();
  const [queueId, setQueueId] = useState<string | null>(null);
  const queues = catalogue.queues.filter(({ id }) => id !== desk.window.ticket?.queueId);
  if (queueId === null) {
    return (
      <NumberedChoice
        of={queues.map(({ id, name, letter }) => ({ id, label: `${letter} · ${say(name, lng)}` }))}
        onChoose={(id) => {
          const some = catalogue.matters.some((matter) => matter.queueId === id);
          if (some) setQueueId(id);
          else onChosen({ queueId: id, matterId: null });
        }}
      />
    );
  }
  return (
    <NumberedChoice
      of={catalogue.matters
        .filter((matter) => matter.queueId === queueId)
        .map(({ id, name }) => ({ id, label: say(name, lng) }))}
      onChoose={(matterId) => onChosen({ queueId, matterId })}
    />
  );
}
