import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { addToRating } from '@shouwen/contracts/http/rating.operations';
import type { Rateable } from '@shouwen/contracts/views/rating.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { Face } from '../rating/face.tsx';
import css from './phone.module.css';

interface Props {
  code: string;
  rateable: Rateable;
  catalogue: PublicCatalogue;
}

/** What was chosen, as it stands; one addition may follow. */
export function RatedCard({ code, rateable, catalogue }: Props) {
  const { t } = useText();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const add = useCommand(addToRating);
  const { level, canAdd, ratingId } = rateable;
  if (level === null) {
    return (
      <Card as="section" tone="stone">
        <p>{t('rating.over', { telephone: catalogue.hall.complaintTelephone })}</p>
      </Card>
    );
  }
  const send = async () => {
    await add.run({ params: { code, ratingId }, body: { text } });
    await queries.invalidateQueries({ queryKey: ['rateable', code] });
  };
  return (
    <Card as="section">
      <div className={css.rated}>
        <Face level={level} small />
        <h2 className={css.subtitle}>{t('rating.rated', { level: t(`rating.levels.${level}`) })}</h2>
      </div>
      <p className={css.small}>{t('rating.ratedHint')}</p>
      {canAdd && (
        <details>
          <summary className={css.subtitle}>{t('rating.add')}</summary>
          <label className={css.field}>
            {t('rating.words')}
            <textarea rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <Button wide kind="primary" busy={add.pending} disabled={text.trim() === ''} onClick={() => void send()}>
            {t('rating.addSend')}
          </Button>
        </details>
      )}
      {add.error && <Banner kind="error" title={add.error.message || t('shared.offline')} />}
    </Card>
  );
}
