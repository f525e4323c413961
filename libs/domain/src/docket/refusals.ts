/** Every answer “no” of the docket's rules. The sentence for the caller is in the contracts, the HTTP status beside it. */
export const DOCKET_REFUSALS = [
  'unknown-case',
  'unknown-contact',
  'unknown-card',
  'unknown-staff',
  'unknown-material',
  'wrong-case-state',
  'case-ended',
  'contact-closed',
  'not-yours',
  'not-the-head',
  'not-addressed-to-you',
  'grounds-missing',
  'materials-incomplete',
  'materials-complete',
  'nothing-missing-minor',
  'suspension-end-past',
  'extension-used',
  'extension-too-long',
  'extension-after-expiry',
  'extension-own-approval',
  'extension-not-asked',
  'promise-kept',
  'hand-over-to-oneself',
  'hand-over-in-a-circle',
  'hand-over-pending',
  'no-hand-over',
  'case-decides-this',
  'not-settled',
  'card-acknowledged',
  'nothing-due',
  'nobody-on-duty',
  'concerned',
  'unknown-serving',
  'serving-not-ended',
  'already-rated',
  'rating-too-late',
  'rating-form-unknown',
  'unknown-rating',
  'already-added',
  'wrong-loop-state',
  'remedy-missing',
  'not-the-rated',
  'already-appealed',
  'appeal-too-late',
  'no-appeal',
  'own-verification',
  'finding-missing',
  'its-own-steps',
] as const;

export type DocketRefusalCode = (typeof DOCKET_REFUSALS)[number];

/** A command that the rules turn down: nothing happened. */
export interface DocketRefusal {
  refused: DocketRefusalCode;
  detail?: Readonly<Record<string, string | number>>;
}
