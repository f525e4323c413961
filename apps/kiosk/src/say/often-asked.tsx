import { useState } from 'react';
import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { useSearch } from '@shouwen/client/react/search';
import css from './say.module.css';

/** What is often asked, with a search over questions and answers. */
export function OftenAsked({ catalogue }: { catalogue: PublicCatalogue }) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const found = useSearch(query, catalogue);
  const ids = found?.faqIds ?? catalogue.faqs.map(({ id }) => id);
  return (
    <section className={css.often} aria-labelledby="often">
      <h2 id="often">{t('say.often')}</h2>
      <input
        type="search"
        className={css.find}
        aria-label={t('say.oftenFind')}
        placeholder={t('say.oftenFind')}
        value={query}
        maxLength={40}
        onChange={(event) => setQuery(event.target.value)}
      />
      {ids.length === 0 ? (
        <p className={css.quiet}>{t('say.oftenNone')}</p>
      ) : (
        <FaqList catalogue={catalogue} ids={ids} />
      )}
    </section>
  );
}

/** Questions that open to their answers. */
export function FaqList({
  catalogue,
  ids,
  size = 'normal',
}: {
  catalogue: PublicCatalogue;
  ids: readonly string[];
  size?: 'kiosk' | 'normal';
}) {
  const { lng } = useText();
  return (
    <div className={css.faqs} data-size={size}>
      {ids.flatMap((id) => {
        const faq = catalogue.faqs.find((one) => one.id === id);
        return faq
          ? [
              <Card key={id} as="div" size={size}>
                <details>
                  <summary>{say(faq.question, lng)}</summary>
                  <p className={css.words}>{say(faq.answer, lng)}</p>
                </details>
              </Card>,
            ]
          : [];
      })}
    </div>
  );
}
