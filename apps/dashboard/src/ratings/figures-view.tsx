import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewFigures } from '@shouwen/contracts/http/figures.operations';
import { FIGURE_GROUPS } from '@shouwen/contracts/views/figures.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import { useText } from '../i18n/text.ts';
import { useStaff } from '../docket/use-docket.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { FiguresChart } from './figures-chart.tsx';
import { figuresFile } from './figures-file.ts';
import { FiguresTable } from './figures-table.tsx';
import { groupName, WHOLE, type Named } from './group-name.ts';
import { Marks } from './marks.tsx';
import { PeriodFields } from './period-fields.tsx';
import { RatingRows } from './rating-rows.tsx';
import css from './ratings.module.css';
import { ShareText } from './share-text.tsx';
import { periodIn, usePeriod } from './use-period.ts';

const WHICH = ['adjudicated', 'raw', 'rate'] as const;

/** Satisfaction and rating rate of a period, each figure with its n, its interval and the ratings behind it. */
export function FiguresTab() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const [chosen, choose] = usePeriod();
  const { by } = chosen;
  const { data, error } = useQuery({
    queryKey: ['rating-figures', me.hallId, by, chosen.from, chosen.until],
    queryFn: () => api.call(viewFigures, { params: { hallId: me.hallId }, query: { ...periodIn(chosen), by } }),
    placeholderData: (old) => old,
  });
  const named: Named = { t, lng, catalogue, staff: staff.data ?? [] };
  const nameOf = (key: string) => groupName(data?.by ?? by, key, named);
  return (
    <>
      <p className={css.quiet}>{t('rating.figures.hint')}</p>
      <div className={css.row}>
        <PeriodFields from={data?.from ?? chosen.from} until={data?.until ?? chosen.until} onChange={choose} />
        <label className={css.select}>
          {t('rating.period.by')}
          <select value={by} onChange={({ target }) => choose({ by: target.value, key: null })}>
            {FIGURE_GROUPS.map((one) => (
              <option key={one} value={one}>
                {t(`rating.groups.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {data && (
          <Button
            onClick={() =>
              download(`${me.hallId}-satisfaction-${data.by}-${data.from}-${data.until}.csv`, figuresFile(data, named))
            }
          >
            {t('rating.figures.export')}
          </Button>
        )}
      </div>
      <Failure error={error} />
      {!data && !error && <Opening />}
      {data && (
        <div className={css.counts}>
          {WHICH.map((which) => (
            <Card key={which} as="div">
              {t(`rating.figures.${which}`)}
              <button
                type="button"
                className={css.total}
                onClick={() => choose({ key: WHOLE, set: which === 'rate' ? 'rated' : 'satisfied' })}
              >
                <VisuallyHidden>
                  {t('rating.figures.behind', { name: t('rating.figures.all'), set: t(`rating.figures.${which}`) })}
                </VisuallyHidden>
                <ShareText share={data.total[which]} />
              </button>
            </Card>
          ))}
        </div>
      )}
      {data && data.total.rate.n === 0 && (
        <EmptyState title={t('rating.figures.empty')}>{t('rating.figures.emptyHint')}</EmptyState>
      )}
      {data && data.total.rate.n > 0 && (
        <>
          <FiguresChart groups={data.groups} nameOf={nameOf} />
          {data.by !== 'hour' && <p className={css.quiet}>{t('rating.figures.order')}</p>}
          <FiguresTable view={data} nameOf={nameOf} onOpen={(key, set) => choose({ key, set })} />
          {chosen.key !== null && (
            <RatingRows
              chosen={{ ...chosen, key: chosen.key, from: data.from, until: data.until }}
              named={named}
              timeZone={catalogue?.hall.timeZone ?? 'Asia/Shanghai'}
              onSet={(set) => choose({ set })}
              onClose={() => choose({ key: null, set: null })}
            />
          )}
          <Marks marks={data.marks} />
        </>
      )}
    </>
  );
}
