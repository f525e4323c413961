import type { CaseAlarm } from '../case/case.ts';
import type { ContactAlarm } from '../first-contact/first-contact.ts';
import type { PetitionAlarm } from '../petition/petition.ts';
import type { Instant } from '../time/instant.ts';

/** What a card warns of: something fell due by itself, or a supervisor urges (督办). */
export type CardKind = CaseAlarm | ContactAlarm | Exclude<PetitionAlarm, 'publish'> | 'urged' | 'refused-twice';

/** How grave: 提示、黄牌、红牌、法定红牌. */
export const CARD_LEVELS = ['prompt', 'yellow', 'red', 'legal-red'] as const;
export type CardLevel = (typeof CARD_LEVELS)[number];

export const LEVEL_OF: Readonly<Record<CardKind, CardLevel>> = {
  prompt: 'prompt',
  remind: 'prompt',
  deemed: 'red',
  'missing-late': 'yellow',
  yellow: 'yellow',
  red: 'red',
  'legal-red': 'legal-red',
  'suspension-overrun': 'yellow',
  'delivery-late': 'red',
  'to-supervisor': 'yellow',
  'to-director': 'red',
  'feedback-late': 'red',
  'refused-twice': 'yellow',
  'verify-late': 'red',
  'rectify-late': 'red',
  'revisit-late': 'yellow',
  'appeal-late': 'red',
  'take-up-late': 'red',
  'correction-late': 'yellow',
  'answer-soon': 'yellow',
  'answer-late': 'red',
  'tell-late': 'red',
  'carry-out-late': 'red',
  'check-late': 'yellow',
  urged: 'yellow',
  'reply-late': 'red',
};

/** A card (预警牌): given once, acknowledged, replied to, never taken back. */
export interface Card {
  /** Sequence of the event that gave it. */
  id: string;
  kind: CardKind;
  level: CardLevel;
  /** The case or the first contact that it is about. */
  caseId: string | null;
  contactId: string;
  departmentId: string | null;
  /** Handler first, then their supervisor. */
  to: readonly string[];
  /** When it fell due; it was given then or, when the server was down, as soon as it was up. */
  dueAt: Instant;
  givenAt: Instant;
  givenBy: string | null;
  /** An urging order: until when it is to be answered. */
  replyBy: Instant | null;
  /** Who has seen it, and when. */
  acknowledged: Readonly<Record<string, Instant>>;
  replies: number;
  repliedAt: Instant | null;
}

/** The handler has seen it. */
export const isAcknowledged = (card: Card): boolean => card.acknowledged[card.to[0]!] !== undefined;
