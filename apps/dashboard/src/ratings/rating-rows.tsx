import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { listRatings } from '@shouwen/contracts/http/figures.operations';
import type { RatingRow, RatingSet } from '@shouwen/contracts/views/figures.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ratingsFile } from './figures-file.ts';
import { groupName, WHOLE, type Named } from './group-name.ts';
import css from './ratings.module.css';
import { periodIn, type Chosen } from './use-period.ts';

const PAGE = 50;
const FILE_PAGE = 1000;
const SETS: readonly RatingSet[] = ['rated', 'satisfied', 'bad', 'left-out', 'quick'];

interface Props {
  chosen: Chosen & { key: string };
  named: Named;
  timeZone: string;
  onSet: (set: RatingSet) => void;
  onClose: () => void;
}

/** The ratings behind a figure, all of them, page by page; a bad one opens its file. */
export function RatingRows({ chosen, named, timeZone, onSet, onClose }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const [file, setFile] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const { by, key, set } = chosen;
  const page = (after: string | undefined, limit: number) =>
    api.call(listRatings, {
      params: { hallId: me.hallId },
      query: { ...periodIn(chosen), ...(key !== WHOLE && { by, key }), set, limit, ...(after && { after }) },
    });
  const rows = useInfiniteQuery({
    queryKey: ['ratings', me.hallId, chosen],
    initialPageParam: '',
    queryFn: ({ pageParam }) => page(pageParam || undefined, PAGE),
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.ratingId),
  });
  const all = rows.data?.pages.flat() ?? [];
  const save = async () => {
    setFile({ busy: true, error: null });
    try {
      const found: RatingRow[] = [];
      for (let more = true; more;) {
        const next = await page(found.at(-1)?.ratingId, FILE_PAGE);
        found.push(...next);
        more = next.length === FILE_PAGE;
      }
      download(
        `${me.hallId}-ratings-${by}-${key === WHOLE ? 'all' : key || 'none'}-${set}.csv`,
        ratingsFile(found, named),
      );
      setFile({ busy: false, error: null });
    } catch (error) {
      setFile({ busy: false, error: error as Error });
    }
  };
  return (
    <Card labelledBy="behind">
      <h2 id="behind">
        {t('rating.figures.behind', { name: groupName(by, key, named), set: t(`rating.figures.sets.${set}`) })}
      </h2>
      <p className={css.row}>
        {SETS.map((one) => (
          <Button key={one} kind="quiet" pressed={one === set} onClick={() => onSet(one)}>
            {t(`rating.figures.sets.${one}`)}
          </Button>
        ))}
        <Button busy={file.busy} onClick={() => void save()}>
          {t('rating.figures.export')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('rating.figures.close')}
        </Button>
      </p>
      <Failure error={rows.error ?? file.error} />
      {rows.data && all.length === 0 && <p className={css.quiet}>{t('rating.figures.noRows')}</p>}
      <ul className={css.rows}>
        {all.map((row) => (
          <li key={row.ratingId}>
            <time className={css.quiet}>{formatDateTime(row.castAt, timeZone, lng)}</time>
            <span>
              {t(`rating.levels.${row.level}`)} · {groupName('window', row.windowId, named)} ·{' '}
              {personName(row.person, lng)} · {groupName('matter', row.matterId ?? '', named)}
              <small className={css.small}>
                {groupName('channel', row.channel, named)}
                {row.openMs !== null && ` · ${t('rating.figures.openMs', { seconds: (row.openMs / 1000).toFixed(1) })}`}
              </small>
            </span>
            <span>
              {row.finding && <Pill>{t(`rating.findings.${row.finding}`)}</Pill>}{' '}
              {row.contactId && <Link href={`/dashboard/docket/${row.contactId}`}>{t('rating.words.file')}</Link>}
            </span>
          </li>
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button busy={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('rating.figures.more')}
        </Button>
      )}
    </Card>
  );
}
