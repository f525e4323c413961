import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewScores, viewScoreSheet } from '@shouwen/contracts/http/score.operations';
import { SCORE_SCOPES, scorePeriodAt } from '@shouwen/domain/score/period';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ScoreFields } from './asked-fields.tsx';
import { ObjectionList } from './objection-list.tsx';
import { ScoreTable } from './score-table.tsx';
import type { ScoresPage } from './scores-screen.tsx';
import { scoresFile } from './scores-file.ts';
import { SealButton } from './seal-button.tsx';
import { ScoreSheet } from './score-sheet.tsx';
import { StageNote } from './stage-note.tsx';
import { useScoreAsked } from './use-score-asked.ts';
import css from './scores.module.css';

/** A period's sheets side by side, or one of them in full. */
export function SheetsTab({ named, today }: ScoresPage) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const [asked, ask] = useScoreAsked();
  const { scope, key } = asked;
  const period = asked.period ?? scorePeriodAt(scope, today);
  const query = { scope, period };
  const board = useQuery({
    queryKey: ['scores', me.hallId, 'board', query],
    queryFn: () => api.call(viewScores, { params: { hallId: me.hallId }, query }),
    enabled: key === undefined,
    refetchInterval: ({ state }) => (state.data?.behind ? 5_000 : false),
  });
  const sheet = useQuery({
    queryKey: ['scores', me.hallId, 'sheet', query, key],
    queryFn: () => api.call(viewScoreSheet, { params: { hallId: me.hallId }, query: { ...query, key: key! } }),
    enabled: key !== undefined,
    refetchInterval: ({ state }) => (state.data?.behind ? 5_000 : false),
  });
  if (key !== undefined) {
    return (
      <>
        <p className={css.screen}>
          <Button kind="quiet" onClick={() => ask({ key: undefined })}>
            ← {t('scores.back')}
          </Button>
        </p>
        <Failure error={sheet.error} />
        {sheet.isLoading && <Opening />}
        {sheet.data && <ScoreSheet sheet={sheet.data} named={named} />}
      </>
    );
  }
  const { data } = board;
  const { timeZone } = named.catalogue.hall;
  return (
    <>
      <ScoreFields scopes={SCORE_SCOPES} scope={scope} period={period} today={today} onAsk={ask} />
      <Failure error={board.error} />
      {board.isLoading && <Opening />}
      {data && (
        <>
          {data.behind && <Banner kind="stale" title={t('scores.behind')} />}
          <StageNote course={data.course} sealedAt={data.sealedAt} timeZone={timeZone} />
          {data.rows.length === 0 ? (
            <EmptyState title={t('scores.empty')}>{t('scores.emptyHint')}</EmptyState>
          ) : (
            <>
              <p className={css.row}>
                {me.role === 'director' && data.sealedAt === null && <SealButton board={data} />}
                <Button
                  onClick={() =>
                    download(`${me.hallId}-scores-${scope}-${period}.csv`, scoresFile(data, named, { t, lng }))
                  }
                >
                  {t('scores.export')}
                </Button>
                <Button onClick={() => window.print()}>{t('scores.print')}</Button>
              </p>
              <ScoreTable board={data} named={named} onOpen={(one) => ask({ period, key: one })} />
            </>
          )}
          <ObjectionList objections={data.objections} named={named} heading={t('scores.objections')} />
        </>
      )}
    </>
  );
}
