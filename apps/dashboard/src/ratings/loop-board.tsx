import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { matterName, personName, say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listLoops } from '@shouwen/contracts/http/loop.operations';
import { LOOP_SHOWS, type LoopItem } from '@shouwen/contracts/views/loop.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { leftWords, TONE_OF } from '../docket/due-words.ts';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './ratings.module.css';

const COUNTS = ['to-verify', 'to-rectify', 'to-revisit', 'to-publish', 'late', 'appeals'] as const;

/** Every bad rating: its age, its next step, the last day for it and who has it. */
export function LoopBoardView() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [search, setSearch] = useSearchParams();
  const show = LOOP_SHOWS.find((one) => one === search.get('show')) ?? 'open';
  const departmentId = search.get('department') ?? '';
  const { data, error } = useQuery({
    queryKey: ['docket', me.hallId, 'loops', show],
    queryFn: () => api.call(listLoops, { params: { hallId: me.hallId }, query: { show } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const choose = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const items = data?.items.filter((item) => departmentId === '' || item.departmentId === departmentId) ?? [];
  return (
    <>
      <Failure error={error} />
      {!data && !error && <Opening />}
      {data && (
        <div className={css.counts}>
          {COUNTS.map((one) => (
            <Card key={one} as="div" tone={one === 'late' && data.counts.late > 0 ? 'cinnabar' : 'plain'}>
              {t(`rating.counts.${one}`)}
              <span className={css.count}>{data.counts[one]}</span>
            </Card>
          ))}
        </div>
      )}
      <div className={css.row} role="group" aria-label={t('rating.tabs.board')}>
        {LOOP_SHOWS.map((one) => (
          <Button key={one} pressed={one === show} onClick={() => choose('show', one === 'open' ? '' : one)}>
            {t(`rating.shows.${one}`)}
          </Button>
        ))}
        <label className={css.select}>
          {t('rating.department')}
          <select value={departmentId} onChange={(event) => choose('department', event.target.value)}>
            <option value="">{t('rating.allDepartments')}</option>
            {catalogue?.departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name, lng)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {data && items.length === 0 && <EmptyState title={t('rating.empty')}>{t('rating.emptyHint')}</EmptyState>}
      {items.length > 0 && (
        <ul className={css.items}>
          {items.map((item) => (
            <Row key={item.contactId} item={item} catalogue={catalogue} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ item, catalogue }: { item: LoopItem; catalogue: PublicCatalogue | undefined }) {
  const { t, lng } = useText();
  const { loop } = item;
  const matter = matterName(catalogue, { matterId: item.matterId, queueId: '' }, lng);
  return (
    <li>
      <Link href={`/dashboard/docket/${item.contactId}`} className={css.item}>
        <span>
          <strong>{loop.dueBy ? leftWords(item.leftDays, t) : t('rating.steps.published')}</strong>
          <small>{loop.dueBy && t('rating.dueBy', { day: formatDay(loop.dueBy, lng) })}</small>
        </span>
        <span>
          <strong>{t(`rating.levels.${loop.level}`)}</strong>
          {matter && ` · ${matter}`}
          <small>
            {item.contactId} · {item.ageDays === 0 ? t('rating.ageToday') : t('rating.age', { count: item.ageDays })} ·{' '}
            {t('rating.rated')} {personName(loop.rated, lng)} · {windowName(catalogue, loop.windowId, lng)}
          </small>
        </span>
        <span>
          {t(`rating.steps.${loop.state}`)}
          {loop.finding && ` · ${t(`rating.findings.${loop.finding}`)}`}
          {loop.appeal && loop.appeal.upheld === null && (
            <small>{t('rating.appealRunning', { day: formatDay(loop.appeal.decideBy, lng) })}</small>
          )}
        </span>
        <span>
          {personName(item.answerable, lng)}{' '}
          {item.level && (
            <Pill tone={TONE_OF[item.level]} shape>
              {t(`docket.levels.${item.level}`)}
            </Pill>
          )}
          {item.owes !== 'watch' && <small>{t(`docket.owes.${item.owes}`)}</small>}
        </span>
      </Link>
    </li>
  );
}
