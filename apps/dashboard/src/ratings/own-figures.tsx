import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewOwnFigures } from '@shouwen/contracts/http/figures.operations';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import css from './ratings.module.css';
import { ShareText } from './share-text.tsx';

const WHICH = ['adjudicated', 'raw', 'rate'] as const;

/** My own month that is over: at least five ratings together, never a single one (DOMAIN §10). */
export function OwnFigures() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['own-figures', me.hallId],
    queryFn: () => api.call(viewOwnFigures, { params: { hallId: me.hallId } }),
  });
  if (!data) return null;
  return (
    <section aria-labelledby="own">
      <h2 id="own">
        {t('rating.mine.figures', { from: formatDay(data.from, lng), until: formatDay(data.until, lng) })}
      </h2>
      <p className={css.quiet}>{t('rating.mine.figuresHint')}</p>
      {data.figures === null ? (
        <p>{t('rating.mine.figuresFew')}</p>
      ) : (
        <div className={css.counts}>
          {WHICH.map((which) => (
            <Card key={which} as="div">
              {t(`rating.figures.${which}`)}
              <span className={css.total}>
                <ShareText share={data.figures![which]} />
              </span>
            </Card>
          ))}
        </div>
      )}
    </section>
  );
}
