import { z } from 'zod';
import { slug, text } from './primitives.ts';

/**
 * A version of the hall's rating form (评价表): dimensions (评价维度) and labels (评价标签) of the optional second page. A new list is a
 * new version; a rating keeps the version that was shown.
 */
export const ratingFormSchema = z
  .object({
    id: z.string().regex(/^v\d{1,4}$/),
    version: z.number().int().min(1).max(9999),
    dimensions: z.array(z.object({ id: slug, name: text })).max(8),
    labels: z.array(z.object({ id: slug, name: text, tone: z.enum(['good', 'bad']) })).max(24),
  })
  .refine(({ id, version }) => id === `v${version}`, { message: 'the id names the version', path: ['id'] });
export type RatingForm = z.infer<typeof ratingFormSchema>;

/** The default list: the four dimensions of the annual reports (DOMAIN §5). Another published set is efficiency, skill, attitude. */
export const DEFAULT_RATING_FORM: RatingForm = {
  id: 'v1',
  version: 1,
  dimensions: [
    { id: 'attitude', name: { zh: '服务态度', en: 'Courtesy' } },
    { id: 'time-limit', name: { zh: '办事时限', en: 'Time taken' } },
    { id: 'ethics', name: { zh: '职业道德', en: 'Integrity' } },
    { id: 'style', name: { zh: '工作作风', en: 'Conduct' } },
  ],
  labels: [
    { id: 'told-at-once', name: { zh: '一次讲清楚', en: 'Told everything at once' }, tone: 'good' },
    { id: 'quick', name: { zh: '办得快', en: 'Quick' }, tone: 'good' },
    { id: 'patient', name: { zh: '有耐心', en: 'Patient' }, tone: 'good' },
    { id: 'clear', name: { zh: '说得明白', en: 'Easy to follow' }, tone: 'good' },
    { id: 'not-told-at-once', name: { zh: '没有一次讲清', en: 'Not told everything at once' }, tone: 'bad' },
    { id: 'slow', name: { zh: '办得慢', en: 'Slow' }, tone: 'bad' },
    { id: 'impatient', name: { zh: '没有耐心', en: 'Impatient' }, tone: 'bad' },
    { id: 'sent-away', name: { zh: '让我多跑了', en: 'Sent me away to come again' }, tone: 'bad' },
    { id: 'long-wait', name: { zh: '等得太久', en: 'Waited too long' }, tone: 'bad' },
  ],
};

/** Every version there has been, the default first when the hall has not replaced it. */
export const ratingFormsOf = (forms: readonly RatingForm[]): RatingForm[] =>
  forms.some(({ version }) => version === DEFAULT_RATING_FORM.version) ? [...forms] : [DEFAULT_RATING_FORM, ...forms];

/** The form that is shown now: the highest version. */
export const currentRatingForm = (forms: readonly RatingForm[]): RatingForm =>
  forms.reduce((latest, form) => (form.version > latest.version ? form : latest));
