import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { appoint, handOver, urge } from '@shouwen/contracts/http/docket.operations';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './docket.module.css';
import { StaffChoice } from './staff-choice.tsx';
import { topicOf } from './topic.ts';

export type RowAction = 'urge' | 'appoint' | 'hand-over';

interface Props {
  action: RowAction;
  item: DocketItem;
  staff: readonly Staff[];
  catalogue: PublicCatalogue | undefined;
  onDone: (done: boolean) => void;
}

const PHRASES = ['today', 'why', 'call'] as const;

/** Urging or reassigning from a list, without leaving it: the words stand there already, Enter sends them. */
export function RowActionDialog({ action, item, staff, catalogue, onDone }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const commands = { urge: useCommand(urge), appoint: useCommand(appoint), 'hand-over': useCommand(handOver) };
  const [words, setWords] = useState(action === 'urge' ? t('board.urgePhrases.today') : '');
  const { pending, error } = commands[action];
  const send = async (form: FormData) => {
    const params = { hallId: me.hallId, contactId: item.contactId };
    const toId = String(form.get('toId') ?? '');
    const answer =
      action === 'urge'
        ? await commands.urge.run({ params, body: { words } })
        : action === 'appoint'
          ? await commands.appoint.run({ params, body: { toId } })
          : await commands['hand-over'].run({ params, body: { toId, words: words.trim() || null } });
    if (!answer) return;
    await queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
    onDone(true);
  };
  const topic = topicOf(item, { t, lng, catalogue });
  return (
    <Dialog
      open
      onClose={() => onDone(false)}
      title={t(`docket.actions.${action}`)}
      actions={<Button onClick={() => onDone(false)}>{t('docket.cancel')}</Button>}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send(new FormData(event.currentTarget));
        }}
      >
        <p>
          <strong>{topic || item.number}</strong>
          <br />
          {item.number} · {t('docket.answeredBy', { name: personName(item.answerable, lng) })}
        </p>
        {action === 'urge' && (
          <div className={css.row} role="group" aria-label={t('board.urgePhrasesTitle')}>
            {PHRASES.map((phrase) => (
              <Button
                key={phrase}
                pressed={words === t(`board.urgePhrases.${phrase}`)}
                onClick={() => setWords(t(`board.urgePhrases.${phrase}`))}
              >
                {t(`board.urgePhrases.${phrase}`)}
              </Button>
            ))}
          </div>
        )}
        {action !== 'urge' && (
          <label>
            {t('docket.fields.toId')}
            <StaffChoice
              staff={staff}
              catalogue={catalogue}
              except={item.answerable.id}
              departmentId={item.departmentId}
            />
          </label>
        )}
        {action !== 'appoint' && (
          <label>
            {t('docket.fields.words')}
            <textarea
              rows={3}
              maxLength={2000}
              required={action === 'urge'}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                  event.preventDefault();
                  event.currentTarget.form?.requestSubmit();
                }
              }}
            />
          </label>
        )}
        <Failure error={error} />
        <Button type="submit" kind="primary" wide busy={pending}>
          {t(`docket.actions.${action}`)}
        </Button>
      </form>
    </Dialog>
  );
}
