import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { randomKey } from '@shouwen/client/http';
import { personName, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { currentRatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { castByCode, viewRateable } from '@shouwen/contracts/http/rating.operations';
import type { Rateable } from '@shouwen/contracts/views/rating.schema';
import type { RatingLevel } from '@shouwen/domain/rating/rating';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { DetailsForm } from '../rating/details-form.tsx';
import { Faces } from '../rating/faces.tsx';
import { detailsToSend, NO_DETAILS } from '../rating/levels.ts';
import css from './phone.module.css';
import { RatedCard } from './rated-card.tsx';

interface Props {
  code: string;
  catalogue: PublicCatalogue;
}

/** The servings of this ticket that ended: to be rated for five days, each once; afterwards what was chosen. */
export function RateCards({ code, state, catalogue }: Props & { state: string }) {
  const api = useApi();
  const { data } = useQuery({
    // A serving ends, or its end is taken back: the ticket's state tells.
    queryKey: ['rateable', code, state],
    queryFn: () => api.call(viewRateable, { params: { code } }),
    refetchInterval: 60_000,
  });
  return data?.map((one) =>
    one.canRate ? (
      <RateCard key={one.ratingId} code={code} rateable={one} catalogue={catalogue} />
    ) : (
      <RatedCard key={one.ratingId} code={code} rateable={one} catalogue={catalogue} />
    ),
  );
}

/** Five faces; then, still unsent, whatever else somebody wants to say. */
function RateCard({ code, rateable, catalogue }: Props & { rateable: Rateable }) {
  const { t, lng } = useText();
  const queries = useQueryClient();
  const [level, setLevel] = useState<RatingLevel | null>(null);
  const [openMs, setOpenMs] = useState(0);
  const [details, setDetails] = useState(NO_DETAILS);
  const opened = useRef(0);
  const [key] = useState(randomKey);
  const cast = useCommand(castByCode);
  useEffect(() => {
    opened.current = performance.now();
  }, []);
  const form = currentRatingForm(catalogue.ratingForms);
  const send = async (chosen: RatingLevel) => {
    const body = { ratingId: rateable.ratingId, level: chosen, form: form.version, openMs, ...detailsToSend(details) };
    await cast.run({ params: { code }, idempotencyKey: key, body });
    // Also after a refusal: it was rated elsewhere, or its time is over.
    for (const queryKey of [
      ['rateable', code],
      ['progress', code],
    ])
      await queries.invalidateQueries({ queryKey });
  };
  return (
    <Card as="section" hero labelledBy={`rate-${rateable.ratingId}`}>
      <h2 id={`rate-${rateable.ratingId}`} className={css.ask}>
        {t('rating.ask')}
      </h2>
      <p className={css.small}>
        {t('rating.servedBy', {
          name: personName(rateable.clerk, lng),
          window: windowName(catalogue, rateable.windowId, lng),
          time: formatDateTime(rateable.endedAt, catalogue.hall.timeZone, lng),
        })}
      </p>
      <p className={css.small}>{t('rating.free')}</p>
      {level === null ? (
        <Faces
          size="phone"
          onChoose={(one) => {
            setLevel(one);
            setOpenMs(Math.round(performance.now() - opened.current));
          }}
        />
      ) : (
        <div className={css.rate}>
          <p className={css.subtitle}>{t('rating.confirm', { level: t(`rating.levels.${level}`) })}</p>
          <div className={css.actions}>
            <Button wide onClick={() => setLevel(null)}>
              {t('rating.change')}
            </Button>
            <Button kind="primary" wide busy={cast.pending} onClick={() => void send(level)}>
              {t('rating.send')}
            </Button>
          </div>
          <details>
            <summary className={css.subtitle}>{t('rating.more')}</summary>
            <DetailsForm form={form} level={level} details={details} size="phone" onChange={setDetails} />
            <label className={css.field}>
              {t('rating.words')}
              <textarea
                rows={3}
                maxLength={2000}
                value={details.text}
                onChange={(event) => setDetails({ ...details, text: event.target.value })}
              />
            </label>
            <label className={css.field}>
              {t('rating.telephone')}
              <input
                type="tel"
                maxLength={30}
                autoComplete="tel"
                value={details.telephone}
                onChange={(event) => setDetails({ ...details, telephone: event.target.value })}
              />
              <span className={css.small}>{t('rating.telephoneHint')}</span>
            </label>
          </details>
        </div>
      )}
      {cast.error && <Banner kind="error" title={cast.error.message || t('shared.offline')} />}
      <p className={css.small}>
        {t('rating.until', { time: formatDateTime(rateable.until, catalogue.hall.timeZone, lng) })}
      </p>
    </Card>
  );
}
