import type { WordsRef } from '../docket/events.ts';
import type { OrderCause, OrderStand, PhotoType } from './order.ts';

interface OfContact {
  contactId: string;
  byId: string;
}

/** What can happen to an order; what it says, and what is said of it, are words kept apart. */
export interface OrderEventData {
  'order-given': OfContact &
    OrderStand & {
      cause: OrderCause;
      inspectionId: string | null;
      point: string | null;
      checkers: readonly string[];
      windowId: string | null;
      days: number;
      words: WordsRef;
    };
  'order-carried-out': OfContact & OrderStand & { late: boolean; words: WordsRef };
  'order-sent-back': OfContact & OrderStand & { words: WordsRef };
  'order-done': OfContact & OrderStand & { words: WordsRef | null };
  'order-photographed': OfContact & {
    fileId: string;
    sha256: string;
    size: number;
    type: PhotoType;
    words: WordsRef | null;
  };
}
