import type { RatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { isBad, type RatingLevel } from '@shouwen/domain/rating/rating';

/** What was chosen besides the level; all of it optional. */
export interface Details {
  dimensions: Record<string, RatingLevel>;
  labels: string[];
  text: string;
  telephone: string;
}
export const NO_DETAILS: Details = { dimensions: {}, labels: [], text: '', telephone: '' };

/** What goes to the server: nothing that was left empty. */
export const detailsToSend = ({ dimensions, labels, text, telephone }: Details) => ({
  dimensions,
  labels,
  text,
  contact: telephone.length >= 3 ? { name: '', telephone } : null,
});

/** The labels in the order in which this person is likely to look for them; none is hidden. */
export const labelsFor = (form: RatingForm, level: RatingLevel): RatingForm['labels'] => {
  const first = isBad(level) ? 'bad' : 'good';
  return [...form.labels.filter(({ tone }) => tone === first), ...form.labels.filter(({ tone }) => tone !== first)];
};
