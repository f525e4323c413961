import { useEffect, useRef, useState } from 'react';
import { ApiError, randomKey } from '@shouwen/client/http';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { currentRatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { castAtPad } from '@shouwen/contracts/http/rating.operations';
import type { CastReply, PadView } from '@shouwen/contracts/views/rating.schema';
import type { RatingLevel } from '@shouwen/domain/rating/rating';
import { useIdle } from '../kiosk/use-idle.ts';
import { detailsToSend, NO_DETAILS } from '../rating/levels.ts';
import { DetailsPage } from './details-page.tsx';
import { FacesPage } from './faces-page.tsx';
import { SendingPage } from './sending-page.tsx';
import { ThanksPage } from './thanks-page.tsx';
import { WordsPage } from './words-page.tsx';

/** Untouched for this long a page closes, and nothing is sent that was not on its way. */
const PAGE_MS = 60_000;
/** Thanks stand shortly; with a number to remember, longer. */
const THANKS_MS = 12_000;
const THANKS_BAD_MS = 40_000;

interface Props {
  hallId: string;
  rate: NonNullable<PadView['rate']>;
  catalogue: PublicCatalogue;
  /** A finger touched a face: the rating stays until it is through. */
  onBusy: () => void;
  onDone: () => void;
}

/**
 * One rating, from the five faces to thanks. One touch is enough: it is sent four seconds later unless it is taken back. Who wants to say
 * more stops the clock; from then on nothing is sent without a press.
 */
export function RateFlow({ hallId, rate, catalogue, onBusy, onDone }: Props) {
  const [page, setPage] = useState<'faces' | 'sending' | 'details' | 'words'>('faces');
  const [level, setLevel] = useState<RatingLevel>('satisfied');
  const [details, setDetails] = useState(NO_DETAILS);
  const [thanks, setThanks] = useState<CastReply | null>(null);
  const [openMs, setOpenMs] = useState(0);
  const opened = useRef(0);
  /** One key for one rating: pressed again after a lost line it is still one. */
  const [key] = useState(randomKey);
  const cast = useCommand(castAtPad);
  const form = currentRatingForm(catalogue.ratingForms);
  useEffect(() => {
    opened.current = performance.now();
  }, []);
  const idleMs = thanks ? (thanks.bad ? THANKS_BAD_MS : THANKS_MS) : PAGE_MS;
  const { secondsLeft } = useIdle(!cast.pending, onDone, idleMs);

  const choose = (one: RatingLevel) => {
    setLevel(one);
    setOpenMs(Math.round(performance.now() - opened.current));
    setPage('sending');
    onBusy();
  };
  const send = async () => {
    const reply = await cast.run({
      params: { hallId },
      idempotencyKey: key,
      body: { ratingId: rate.ratingId, level, form: form.version, openMs, ...detailsToSend(details) },
    });
    if (reply) setThanks(reply);
  };
  const back = () => {
    cast.reset();
    setPage('faces');
  };
  if (thanks) return <ThanksPage reply={thanks} level={level} secondsLeft={secondsLeft} onDone={onDone} />;
  const shared = { level, details, onChange: setDetails, onSend: () => void send(), busy: cast.pending, secondsLeft };
  switch (page) {
    case 'faces':
      return <FacesPage secondsLeft={secondsLeft} onChoose={choose} />;
    case 'sending':
      return (
        <SendingPage
          level={level}
          busy={cast.pending}
          error={cast.error}
          final={cast.error instanceof ApiError}
          onSend={() => void send()}
          onCancel={back}
          onMore={() => setPage('details')}
          onDone={onDone}
        />
      );
    case 'details':
      return <DetailsPage {...shared} form={form} error={cast.error} onBack={back} onWords={() => setPage('words')} />;
    case 'words':
      return <WordsPage {...shared} error={cast.error} onBack={() => setPage('details')} />;
  }
}
