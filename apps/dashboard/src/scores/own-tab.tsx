import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewOwnScore } from '@shouwen/contracts/http/score.operations';
import { scorePeriodAt, type ScoreScope } from '@shouwen/domain/score/period';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ScoreFields } from './asked-fields.tsx';
import { OwnConduct } from './conduct-tab.tsx';
import type { ScoresPage } from './scores-screen.tsx';
import { ScoreSheet } from './score-sheet.tsx';
import { useScoreAsked } from './use-score-asked.ts';
import css from './scores.module.css';

/** How often one's own sheet is asked for, ms: it grows while one works. */
const FRESH_MS = 60_000;
/** While something is still being counted, ms. */
const BEHIND_MS = 5_000;

/** My own sheet as it grows, that of the department I head, and what was decided about me. */
export function OwnTab({ named, today }: ScoresPage) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [asked, ask] = useScoreAsked();
  const heads = named.catalogue.departments.some(({ headId }) => headId === me.staffId);
  const scope = asked.scope === 'department' && heads ? 'department' : 'person';
  const period = asked.scope === scope && asked.period ? asked.period : scorePeriodAt(scope, today);
  const query = { scope, period } as const;
  const { data, error, isLoading } = useQuery({
    queryKey: ['scores', me.hallId, 'mine', query],
    queryFn: () => api.call(viewOwnScore, { params: { hallId: me.hallId }, query }),
    refetchInterval: ({ state }) => (state.data?.behind ? BEHIND_MS : FRESH_MS),
  });
  const scopes: ScoreScope[] = heads ? ['person', 'department'] : ['person'];
  return (
    <>
      <p className={css.quiet}>{t('scores.mine.hint')}</p>
      <ScoreFields scopes={scopes} scope={scope} period={period} today={today} onAsk={ask} />
      <Failure error={error} />
      {isLoading && <Opening />}
      {data && <ScoreSheet sheet={data} named={named} />}
      <OwnConduct named={named} />
    </>
  );
}
