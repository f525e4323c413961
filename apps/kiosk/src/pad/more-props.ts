import type { RatingLevel } from '@shouwen/domain/rating/rating';
import type { Details } from '../rating/levels.ts';

/** What both optional pages are given. */
export interface MoreProps {
  level: RatingLevel;
  details: Details;
  busy: boolean;
  error: Error | null;
  secondsLeft: number;
  onChange: (details: Details) => void;
  onSend: () => void;
  onBack: () => void;
}
