import type { ReplyCourse } from '../petition/reply.ts';
import type { ServiceDay } from '../time/instant.ts';

/** Who asks (申请人情况): the columns of the annual report's third table. */
export const APPLICANT_KINDS = ['person', 'enterprise', 'research', 'charity', 'legal-services', 'other'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/**
 * How a request for disclosure was decided (政府信息公开条例 art. 36 and 39): granted, partly; denied for one of eight reasons; not to
 * be had — not held, not ours, to be made first, unclear even after correction; not treated for one of five; otherwise ended.
 */
export const DISCLOSURE_OUTCOMES = [
  'granted',
  'partly',
  'state-secret',
  'prohibited',
  'public-safety',
  'third-party',
  'internal',
  'in-process',
  'enforcement-file',
  'administrative-query',
  'not-held',
  'not-ours',
  'to-be-made',
  'still-unclear',
  'complaint',
  'repeated',
  'published-matter',
  'excessive',
  'confirmation',
  'not-corrected',
  'fee-unpaid',
  'other',
] as const;
export type DisclosureOutcome = (typeof DISCLOSURE_OUTCOMES)[number];

/** One notice of what is unclear (补正), and what came of it. */
export interface Correction {
  askedDay: ServiceDay;
  broughtDay: ServiceDay | null;
}

/**
 * A request for disclosure of government information (依申请公开), as a story (政府信息公开条例 art. 30, 31, 33):
 * 1. received, it is given to somebody to answer within 20 working days;
 * 2. what is unclear is asked for once, within 7 working days; the 20 days count again from the day it was brought;
 * 3. 20 more working days when the head approves, and the applicant is told;
 * 4. answered with one of the outcomes; 5. the reply is delivered, and the request closed.
 */
export interface Disclosure extends ReplyCourse {
  kind: 'disclosure';
  applicant: ApplicantKind;
  correction: Correction | null;
  outcome: DisclosureOutcome | null;
}
