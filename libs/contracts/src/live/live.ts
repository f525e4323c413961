import type { PublicQueue, PublicWindow, StaffQueue, StaffWindow } from '../views/board.schema.ts';
import type { AlarmLevel, AlarmMeasure } from '@shouwen/domain/alarm/alarm';
import type { Role } from '@shouwen/domain/catalogue/catalogue';

/** Room names, by audience. */
export const room = {
  /** Everybody in the hall: displays, kiosks, phones. Nothing personal. */
  public: (hallId: string) => `hall:${hallId}:public`,
  /** Signed-in staff of the hall. */
  staff: (hallId: string) => `hall:${hallId}:staff`,
  /** Signed-in staff of one role, e.g. those who are told of alarms. */
  role: (hallId: string, role: Role) => `hall:${hallId}:role:${role}`,
};

/** An event as everybody may see it: numbers and windows, no class, no clerk. */
export interface PublicEvent {
  seq: number;
  at: number;
  kind: string;
  number?: string;
  queueId?: string;
  windowId?: string;
  /** Which call it is, for `ticket-called` (1) and `ticket-recalled`. */
  call?: number;
}

/** An event as staff of the hall see it. */
export interface StaffEvent {
  seq: number;
  at: number;
  kind: string;
  actor: string;
  subject: string;
  data: Record<string, unknown>;
}

/** What one commit changed. `prev` is the sequence before its first event: a client whose own `seq` differs has missed something. */
export interface HallEvents<E, W> {
  hallId: string;
  day: string;
  prev: number;
  seq: number;
  at: number;
  events: E[];
  /** The new state of each window touched. */
  windows: W[];
}

/** New state of queues, gathered over at most a quarter of a second. */
export interface HallQueues<Q> {
  hallId: string;
  day: string;
  /** The log's head when they were read. */
  seq: number;
  queues: Q[];
}

/** An alarm that its receivers are told of: opened, worse, back, or again because nobody took it. */
export interface ToldAlarm {
  id: string;
  measure: AlarmMeasure;
  about: string;
  level: AlarmLevel;
  value: number;
}

/** Events from the server, versioned by name. */
export interface ServerToClient {
  'hall.events.v1': (message: HallEvents<PublicEvent, PublicWindow>) => void;
  'hall.queues.v1': (message: HallQueues<PublicQueue>) => void;
  'hall.staff-events.v1': (message: HallEvents<StaffEvent, StaffWindow>) => void;
  'hall.staff-queues.v1': (message: HallQueues<StaffQueue>) => void;
  /** The catalogue, the clock or the day changed: fetch the snapshot again. */
  'hall.changed.v1': (message: { hallId: string; what: 'catalogue' | 'clock' | 'day' }) => void;
  /** Something happened to the hall's alarms; `told`: what this receiver is to look at now. */
  'hall.alarms.v1': (message: { hallId: string; told: ToldAlarm[] }) => void;
  /** Somebody is called back to a window: its terminal asks whom. */
  'hall.called-back.v1': (message: { hallId: string; windowId: string }) => void;
  /** The session or device token behind this socket was withdrawn. */
  'session.ended.v1': (message: { reason: 'signed-out' | 'revoked' }) => void;
}

/** Answer to joining: the head of the log now, or an error code as on HTTP. */
export type JoinReply =
  | { ok: true; seq: number; now: number }
  | { ok: false; code: 'not-signed-in' | 'forbidden' | 'unknown-hall' | 'invalid-input' };

/** Events from a client. */
export interface ClientToServer {
  'join.v1': (message: { hallId: string; audience: 'public' | 'staff' }, reply: (answer: JoinReply) => void) => void;
  /** The clerk touched a key: not away. At most every 30 s. */
  'active.v1': (message: { hallId: string; windowId: string }, reply: (answer: { ok: boolean }) => void) => void;
}

/** socket.io path on the server's one port. */
export const SOCKET_PATH = '/socket.io';
