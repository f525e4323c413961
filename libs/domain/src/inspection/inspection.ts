import type { EventPlace } from '../event/hall-event.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';

/** How often it comes round: 月查、季查, or once for a reason. */
export const INSPECTION_ROUNDS = ['monthly', 'quarterly', 'once'] as const;
export type InspectionRound = (typeof INSPECTION_ROUNDS)[number];

export const INSPECTION_STATES = ['planned', 'done', 'called-off'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** What was seen at a point: nothing wrong, or findings, each of which is an order on a card of its own. */
export interface PointSeen {
  result: 'pass' | 'finding';
  byId: string;
  at: Instant;
  /** Cards of the findings. */
  findings: readonly string[];
}

/** An inspection (巡查、督查): planned with its day, who inspects and what is looked at; done point by point (DOMAIN §7). */
export interface Inspection {
  id: string;
  round: InspectionRound;
  /** The day for which it is planned. */
  day: ServiceDay;
  inspectors: readonly string[];
  /** Version of the hall's checklist, and its points as they stood when it was planned. */
  form: number;
  points: readonly string[];
  plannedBy: string;
  plannedAt: Instant;
  state: InspectionState;
  seen: Readonly<Record<string, PointSeen>>;
  endedAt: Instant | null;
}

interface OfInspection {
  inspectionId: string;
  byId: string;
}
export interface InspectionEventData {
  'inspection-planned': OfInspection & {
    n: number;
    year: number;
    round: InspectionRound;
    day: ServiceDay;
    inspectors: readonly string[];
    form: number;
    points: readonly string[];
  };
  'inspection-point-passed': OfInspection & { point: string };
  'inspection-finding': OfInspection & { point: string; contactId: string };
  'inspection-finished': OfInspection;
  'inspection-called-off': OfInspection;
}
export type InspectionEventKind = keyof InspectionEventData;
export type InspectionEvent = {
  [K in InspectionEventKind]: EventPlace & { kind: K; data: InspectionEventData[K] };
}[InspectionEventKind];

/** Points that nobody has looked at yet. */
export const unseen = ({ points, seen }: Pick<Inspection, 'points' | 'seen'>): string[] =>
  points.filter((point) => seen[point] === undefined);
