import type { DocketCommandOf } from '../docket/commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import { closeWith } from '../docket/decide-contact.ts';
import type { Docket } from '../docket/state.ts';
import { ownPetition } from './handles.ts';
import { CLOSED } from './reply.ts';

/** Whoever left a contact was told (告知), or the reply was delivered (送达), and how; with it the petition is closed. */
export function decideTellPetition(
  docket: Docket,
  command: DocketCommandOf<'tell-petition'>,
  context: DocketContext,
): DocketDecision {
  const held = ownPetition(docket, command, ['opinion', 'disclosure'] as const, ['to-tell'], context);
  if ('refused' in held) return held;
  const { petition, contact } = held;
  const { contactId, byId, words } = command;
  if (words === null) return turnDown('grounds-missing');
  const how = petition.kind === 'opinion' && petition.outcome === 'sent-back' ? 'referred-out' : 'answered';
  return {
    events: [
      { kind: 'petition-told', data: { contactId, byId, ...CLOSED, words } },
      ...closeWith(contact, byId, how, true),
    ],
  };
}
