import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { personName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { acknowledgeCard, replyCard } from '@shouwen/contracts/http/docket.operations';
import type { CardView } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { formatNames, formatDateTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './docket.module.css';
import { TONE_OF } from './due-words.ts';
import { topicOf } from './topic.ts';

interface Props {
  cards: readonly CardView[];
  timeZone: string;
  /** In a list of its own each card names its case: the catalogue says of which matter. */
  catalogue?: PublicCatalogue | undefined;
}

/** Cards: what they warn of, to whom, whether anybody has answered. */
export function CardList({ cards, timeZone, catalogue }: Props) {
  return (
    <ul className={catalogue ? css.cardsAlone : css.cards}>
      {cards.map((card) => (
        <CardRow key={card.id} card={card} timeZone={timeZone} catalogue={catalogue} />
      ))}
    </ul>
  );
}

function CardRow({ card, timeZone, catalogue }: Omit<Props, 'cards'> & { card: CardView }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const see = useCommand(acknowledgeCard);
  const reply = useCommand(replyCard);
  const [words, setWords] = useState<string | null>(null);
  const mine = card.to.some(({ id }) => id === me.staffId);
  const params = { hallId: me.hallId, cardId: card.id };
  const done = () => queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
  return (
    <li className={css.card}>
      <p>
        <Pill tone={TONE_OF[card.level]} shape>
          {t(`docket.cardKinds.${card.kind}`)}
        </Pill>{' '}
        {catalogue && (
          <Link href={`/dashboard/docket/${card.contactId}`}>
            {topicOf(card, { t, lng, catalogue }) || card.number}
          </Link>
        )}
      </p>
      <p className={css.quiet}>
        {catalogue && `${card.number} · `}
        {formatDateTime(card.givenAt, timeZone, lng)} →{' '}
        {formatNames(
          card.to.map((one) => personName(one, lng)),
          lng,
        )}{' '}
        ·{' '}
        {card.acknowledgedAt === null
          ? t('docket.unacknowledged')
          : t('docket.acknowledgedAt', { time: formatDateTime(card.acknowledgedAt, timeZone, lng) })}
        {card.replyBy !== null && ` · ${t('docket.replyBy', { time: formatDateTime(card.replyBy, timeZone, lng) })}`}
      </p>
      {card.words && <blockquote className={css.words}>{card.words}</blockquote>}
      {card.replies.map((one) => (
        <blockquote key={`${one.at}`} className={css.words}>
          {one.by && `${personName(one.by, lng)}: `}
          {one.words}
        </blockquote>
      ))}
      <Failure error={see.error ?? reply.error} />
      {mine && words === null && (
        <p className={css.cardButtons}>
          {card.acknowledgedAt === null && (
            <Button busy={see.pending} onClick={() => void see.run({ params }).then(done)}>
              {t('docket.acknowledgeCard')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setWords('')}>
            {t('docket.replyCard')}
          </Button>
        </p>
      )}
      {words !== null && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void reply.run({ params, body: { words } }).then((answer) => answer && (setWords(null), done()));
          }}
        >
          <label>
            {t('docket.fields.words')}
            <textarea
              required
              maxLength={2000}
              rows={3}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
          <p className={css.row}>
            <Button type="submit" kind="primary" busy={reply.pending}>
              {t('docket.replyCard')}
            </Button>
            <Button kind="quiet" onClick={() => setWords(null)}>
              {t('docket.cancel')}
            </Button>
          </p>
        </form>
      )}
    </li>
  );
}
