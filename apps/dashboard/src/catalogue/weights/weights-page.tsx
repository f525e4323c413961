import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { ERRORS } from '@shouwen/contracts/errors';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import { viewScoreCards } from '@shouwen/contracts/http/score.operations';
import { DEFAULT_SCORE_CARD, type ScorePart } from '@shouwen/domain/score/card';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../../i18n/text.ts';
import { periodText } from '../../scores/score-words.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type Saved, type SettingsPage } from '../use-settings.ts';
import { monthAfter } from './month-after.ts';
import { WeightFields } from './weight-fields.tsx';
import {
  cardOfDraft,
  CARD_FIELDS,
  GRADE_FIELDS,
  sumOf,
  WEIGHT_FIELDS,
  weightsDraftOf,
  type WeightsDraft,
} from './weights-draft.ts';
import css from './weights-page.module.css';

type Cards = ReplyOf<typeof viewScoreCards>;

/** Weights of the score card (考核权重): those that hold, and others for months to come. */
export function WeightsPage(page: SettingsPage) {
  const me = useMe();
  const api = useApi();
  const { saved, done } = useSaved();
  const { data, error } = useQuery({
    queryKey: ['settings', me.hallId, 'score-cards', page.catalogue.seq],
    queryFn: () => api.call(viewScoreCards, { params: { hallId: me.hallId } }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <SavedBanner saved={saved} />
      <Failure error={error} />
      {data ? <Weights key={JSON.stringify(data)} cards={data} onSaved={done} {...page} /> : <Opening />}
    </>
  );
}

function Weights({
  cards,
  catalogue,
  may,
  onSaved,
}: SettingsPage & { cards: Cards; onSaved: (saved: Saved) => Promise<void> }) {
  const me = useMe();
  const texts = useText();
  const { t, lng } = texts;
  const save = useCommand(changeCatalogue);
  const months = Array.from({ length: 12 }, (_, at) => monthAfter(cards.month, at + 1));
  const [month, setMonth] = useState(months[0]!);
  const startOf = (of: string) => weightsDraftOf(cards.published.findLast(({ id }) => id <= of) ?? DEFAULT_SCORE_CARD);
  const [draft, setDraft] = useState<WeightsDraft>(() => startOf(months[0]!));
  const card = cardOfDraft(draft, month);
  const sum = sumOf(draft);
  const isSame = JSON.stringify(draft) === JSON.stringify(startOf(month));
  const keep = async () => {
    if (typeof card === 'string') return;
    const changes = [{ kind: 'score-card' as const, id: month, item: { ...card } }];
    const reply = await save.run({ params: { hallId: me.hallId }, body: { changes, basedOn: catalogue.seq } });
    if (reply) await onSaved({ seq: reply.seq });
  };
  const wrong =
    card === 'weights-not-100'
      ? t('scores.settings.sumWrong', { sum })
      : card === 'grades-not-falling'
        ? ERRORS[card][lng === 'en' ? 'en' : 'zh']
        : card === 'not-a-number'
          ? t('scores.settings.wrong')
          : '';
  const labelOf = (field: string) => {
    const name = field.slice(field.indexOf('.') + 1);
    if (field.startsWith('weights.')) return t(`scores.lines.${name as ScorePart}`);
    if (field.startsWith('grades.')) return t(`scores.grades.${name as 'excellent' | 'good' | 'pass'}`);
    return t(`scores.settings.${name as 'warnings' | 'yellow' | 'red' | 'cardsMost' | 'early'}`);
  };
  const fields = { draft, may, labelOf, onChange: setDraft };
  const later = cards.published.filter(({ id }) => id > cards.month);
  return (
    <>
      <p className={`${settings.quiet} ${settings.lead}`}>{t('scores.settings.hint')}</p>
      <div className={settings.two}>
        <Card labelledBy="weights">
          <div className={css.title}>
            <h2 id="weights">{t('scores.settings.weights')}</h2>
            <label className={css.month}>
              {t('scores.settings.from')}
              <select
                className={settings.input}
                value={month}
                onChange={({ target }) => {
                  setMonth(target.value);
                  setDraft(startOf(target.value));
                }}
              >
                {months.map((one) => (
                  <option key={one} value={one}>
                    {periodText(one, texts)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <WeightFields fields={WEIGHT_FIELDS} {...fields} />
          <p className={css.sum} data-wrong={sum !== 100 || undefined}>
            {t('scores.settings.sum')} <strong>{sum}</strong> / 100
          </p>
          <h3>{t('scores.settings.deductions')}</h3>
          <WeightFields fields={CARD_FIELDS} {...fields} />
          <h3>{t('scores.settings.grades')}</h3>
          <WeightFields fields={GRADE_FIELDS} {...fields} />
          <div className={`${settings.stack} ${css.publish}`}>
            <p className={settings.wrong} role="status">
              {wrong}
            </p>
            <Failure error={save.error} />
            {may && (
              <Button
                kind="primary"
                disabled={typeof card === 'string' || isSame}
                busy={save.pending}
                onClick={() => void keep()}
              >
                {t('scores.settings.publish')}
              </Button>
            )}
          </div>
        </Card>
        <div className={settings.side}>
          <Card labelledBy="weights-now">
            <h2 id="weights-now" className={css.now}>
              {t('scores.settings.now', { month: periodText(cards.month, texts) })}
            </h2>
            <p className={settings.quiet}>
              {cards.now.id === DEFAULT_SCORE_CARD.id
                ? t('scores.settings.defaults')
                : t('scores.settings.since', { month: periodText(cards.now.id, texts) })}
            </p>
            <WeightList card={cards.now} labelOf={labelOf} />
          </Card>
          {later.map((one) => (
            <Card key={one.id} labelledBy={`weights-${one.id}`}>
              <h2 id={`weights-${one.id}`} className={css.now}>
                {t('scores.settings.later', { month: periodText(one.id, texts) })}
              </h2>
              <WeightList card={one} labelOf={labelOf} />
            </Card>
          ))}
          <SavedList kinds={['score-card']} catalogue={catalogue} may={may} />
        </div>
      </div>
    </>
  );
}

function WeightList({ card, labelOf }: { card: Cards['now']; labelOf: (field: string) => string }) {
  return (
    <dl className={css.list}>
      {Object.entries(card.weights).map(([part, weight]) => (
        <div key={part}>
          <dt>{labelOf(`weights.${part}`)}</dt>
          <dd>{weight}</dd>
        </div>
      ))}
    </dl>
  );
}
