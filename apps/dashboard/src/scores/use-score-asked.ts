import { useSearchParams } from 'wouter';
import {
  SCORE_PERIOD,
  SCORE_SCOPES,
  scoreDaysOf,
  type PeriodName,
  type ScoreScope,
} from '@shouwen/domain/score/period';

/** What the screen shows; it stands in the address, so that a link shows a colleague the same. */
export interface ScoreAsked {
  scope: ScoreScope;
  period: PeriodName | undefined;
  /** Whose sheet is open. */
  key: string | undefined;
}

/** Reads and changes what is shown; what no longer fits falls away. */
export function useScoreAsked(): [ScoreAsked, (change: Partial<ScoreAsked>) => void] {
  const [search, setSearch] = useSearchParams();
  const scope = SCORE_SCOPES.find((one) => one === search.get('scope')) ?? 'person';
  const period = search.get('period') ?? '';
  const isPeriod = SCORE_PERIOD.test(period) && scoreDaysOf(scope, period) !== null;
  const asked = { scope, period: isPeriod ? period : undefined, key: search.get('key') ?? undefined };
  const ask = (change: Partial<ScoreAsked>) =>
    setSearch(() => {
      const next = { ...asked, ...change };
      return new URLSearchParams(
        Object.entries(next).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
    });
  return [asked, ask];
}
