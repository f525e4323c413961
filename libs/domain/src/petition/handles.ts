import { turnDown, type DocketContext } from '../docket/context.ts';
import { leads, mayActFor } from '../docket/own.ts';
import type { DocketRefusal } from '../docket/refusals.ts';
import type { Docket } from '../docket/state.ts';
import type { FirstContact } from '../first-contact/first-contact.ts';
import type { Petition, PetitionKind, PetitionOf, PetitionState } from './petition.ts';

/** Why somebody may not take a step on a petition: it is about them (回避), or others answer for it. `null`: they may. */
export function keptFrom(
  petition: Petition,
  { answerableId }: FirstContact,
  byId: string,
  context: DocketContext,
): DocketRefusal | null {
  if (petition.concerned.includes(byId) && byId !== answerableId) return turnDown('concerned');
  if (mayActFor(answerableId, byId, context, petition.concerned) || leads(byId, context)) return null;
  return turnDown('not-yours', { answerableId });
}

export interface PetitionHeld<K extends PetitionKind> {
  petition: PetitionOf<K>;
  contact: FirstContact;
}

/** A petition of one of these kinds, in a state from which the step is possible, for somebody who may take it. Fails closed. */
export function ownPetition<K extends PetitionKind>(
  docket: Docket,
  { contactId, byId }: { contactId: string; byId: string },
  kinds: readonly K[],
  from: readonly PetitionState[],
  context: DocketContext,
): PetitionHeld<K> | DocketRefusal {
  const petition = docket.petitions[contactId];
  const contact = docket.contacts[contactId];
  if (!petition || !contact || !(kinds as readonly PetitionKind[]).includes(petition.kind))
    return turnDown('unknown-petition');
  if (!from.includes(petition.state))
    return turnDown(petition.endedAt === null ? 'wrong-petition-state' : 'contact-closed', { state: petition.state });
  return keptFrom(petition, contact, byId, context) ?? { petition: petition as PetitionOf<K>, contact };
}
