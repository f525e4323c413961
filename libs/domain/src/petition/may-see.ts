import type { DocketContext } from '../docket/context.ts';
import { leads, mayActFor } from '../docket/own.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Petition } from './petition.ts';

/**
 * Who may look at a petition (DOMAIN §5, §10): whoever answers for it or acts for them, supervisors and directors, auditors — never
 * somebody whom it is about, unless there is nobody else to handle it.
 */
export function maySee(petition: Petition, contact: FirstContact, staffId: string, context: DocketContext): boolean {
  if (staffId === contact.answerableId || staffId === contact.handOver?.toId) return true;
  if (petition.concerned.includes(staffId)) return false;
  if (mayActFor(contact.answerableId, staffId, context, petition.concerned)) return true;
  return leads(staffId, context) || context.catalogue.staff[staffId]?.role === 'auditor';
}
