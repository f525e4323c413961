import { LEVEL_OF } from './card.ts';
import type { DocketEventKind } from './events.ts';
import type { DocketEvolvers } from './evolve.ts';
import { needed, type Docket, type DocketChanges } from './state.ts';

import { CASE_ALARMS, type CaseAlarm } from '../case/case.ts';
import { isPetitionAlarm, type Petition } from '../petition/petition.ts';
import { CONTACT_ALARMS, replyAlarm, type ContactAlarm, type FirstContact } from '../first-contact/first-contact.ts';

type Kinds = Extract<DocketEventKind, 'card-given' | 'card-acknowledged' | 'card-replied'>;

const isCaseAlarm = (kind: string): kind is CaseAlarm => (CASE_ALARMS as readonly string[]).includes(kind);
const isContactAlarm = (kind: string): kind is ContactAlarm => (CONTACT_ALARMS as readonly string[]).includes(kind);

const without = <K extends string>(alarms: Readonly<Partial<Record<K, number>>>, kind: K): Partial<Record<K, number>> =>
  Object.fromEntries(Object.entries(alarms).filter(([one]) => one !== kind)) as Partial<Record<K, number>>;

/** An alarm that went off is not due any more: this, in the same transaction as the card, is why a card is given exactly once. */
function switchedOff(docket: Docket, data: { kind: string; caseId: string | null; contactId: string; dueAt: number }) {
  const changes: DocketChanges = {};
  const { kind, dueAt } = data;
  if (data.caseId !== null && isCaseAlarm(kind)) {
    const file = needed(docket.cases, data.caseId, 'case');
    changes.cases = [{ ...file, alarms: without(file.alarms, kind), fired: { ...file.fired, [kind]: dueAt } }];
  }
  if (isPetitionAlarm(kind)) {
    const petition = needed(docket.petitions, data.contactId, 'petition');
    changes.petitions = [
      // The kind of the petition decides which alarms it has: one that went off was among them.
      {
        ...petition,
        alarms: without<string>(petition.alarms, kind),
        fired: { ...petition.fired, [kind]: dueAt },
      } as Petition,
    ];
  }
  if (isContactAlarm(kind)) {
    const contact = needed(docket.contacts, data.contactId, 'contact');
    const fired = { ...contact.fired, [kind]: dueAt };
    changes.contacts = [
      { ...contact, alarms: { ...without(contact.alarms, kind), ...replyAlarm(contact.urged, fired) }, fired },
    ];
  }
  return changes;
}

export const EVOLVE_CARD: Pick<DocketEvolvers, Kinds> = {
  'card-given': (docket, { seq, at, data }) => ({
    ...switchedOff(docket, data),
    ...(data.byId !== null && data.replyBy !== undefined
      ? {
          contacts: [
            urgedWith(needed(docket.contacts, data.contactId, 'contact'), (urged) => [
              ...urged,
              { cardId: String(seq), byId: data.byId!, replyBy: data.replyBy! },
            ]),
          ],
        }
      : {}),
    cards: [
      {
        id: String(seq),
        kind: data.kind,
        level: LEVEL_OF[data.kind],
        caseId: data.caseId,
        contactId: data.contactId,
        departmentId: data.departmentId,
        to: data.to,
        dueAt: data.dueAt,
        givenAt: at,
        givenBy: data.byId,
        replyBy: data.replyBy ?? null,
        acknowledged: {},
        replies: 0,
        repliedAt: null,
      },
    ],
  }),
  'card-acknowledged': (docket, { at, data }) => {
    const card = needed(docket.cards, data.cardId, 'card');
    return { cards: [{ ...card, acknowledged: { ...card.acknowledged, [data.forId ?? data.byId]: at } }] };
  },
  'card-replied': (docket, { at, data }) => {
    const card = needed(docket.cards, data.cardId, 'card');
    const place = data.forId ?? data.byId;
    const acknowledged = { ...card.acknowledged, [place]: card.acknowledged[place] ?? at };
    // Who gave an order does not answer it.
    const answers = card.replyBy !== null && data.byId !== card.givenBy;
    return {
      cards: [{ ...card, acknowledged, replies: card.replies + 1, repliedAt: at }],
      ...(answers && {
        contacts: [
          urgedWith(needed(docket.contacts, card.contactId, 'contact'), (urged) =>
            urged.filter(({ cardId }) => cardId !== card.id),
          ),
        ],
      }),
    };
  },
};

/** A first contact after its urging orders changed: what is due is the earliest answer that is still missing. */
function urgedWith(contact: FirstContact, by: (urged: FirstContact['urged']) => FirstContact['urged']): FirstContact {
  const urged = contact.closedAt === null ? by(contact.urged) : [];
  return {
    ...contact,
    urged,
    alarms: { ...without(contact.alarms, 'reply-late'), ...replyAlarm(urged, contact.fired) },
  };
}
