import type { DocketCommandOf } from '../docket/commands.ts';
import { isTurnedDown, turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import { leads } from '../docket/own.ts';
import type { DocketRefusal } from '../docket/refusals.ts';
import type { Docket } from '../docket/state.ts';
import { orderGiven } from '../order/decide-order.ts';
import { unseen, type Inspection } from './inspection.ts';

/** Plans one: the day, who inspects, and the hall's checklist as it stands now. */
export function decidePlanInspection(
  docket: Docket,
  { byId, round, day, inspectors }: DocketCommandOf<'plan-inspection'>,
  context: DocketContext,
): DocketDecision {
  const { catalogue } = context;
  if (!leads(byId, context)) return turnDown('not-the-head');
  if (day < context.day) return turnDown('inspection-day-past');
  const who = [...new Set(inspectors)];
  if (who.length === 0 || who.some((id) => !catalogue.staff[id])) return turnDown('unknown-staff');
  const form = Math.max(...Object.keys(catalogue.checklists).map(Number));
  const { points } = catalogue.checklists[form]!;
  const year = Number(context.day.slice(0, 4));
  const n = (docket.counters[`inspection-${year}`] ?? 0) + 1;
  const inspectionId = `${year}.${n}`;
  const data = { inspectionId, byId, n, year, round, day, inspectors: who, form, points };
  return { events: [{ kind: 'inspection-planned', data }] };
}

/** An inspection that runs, for somebody who inspects in it or leads the hall. */
function held(
  docket: Docket,
  { inspectionId, byId }: { inspectionId: string; byId: string },
  context: DocketContext,
): { inspection: Inspection } | DocketRefusal {
  const inspection = docket.inspections[inspectionId];
  if (!inspection) return turnDown('unknown-inspection');
  if (!inspection.inspectors.includes(byId) && !leads(byId, context)) return turnDown('not-the-inspector');
  return inspection.state === 'planned' ? { inspection } : turnDown('inspection-over');
}

function atPoint(
  docket: Docket,
  command: { inspectionId: string; byId: string; point: string },
  context: DocketContext,
): { inspection: Inspection } | DocketRefusal {
  const found = held(docket, command, context);
  if ('refused' in found) return found;
  if (context.day < found.inspection.day) return turnDown('inspection-not-yet', { day: found.inspection.day });
  return found.inspection.points.includes(command.point) ? found : turnDown('unknown-point');
}

/** A point at which nothing is wrong. What was found stays found. */
export function decidePassPoint(
  docket: Docket,
  command: DocketCommandOf<'pass-point'>,
  context: DocketContext,
): DocketDecision {
  const found = atPoint(docket, command, context);
  if ('refused' in found) return found;
  const { inspectionId, byId, point } = command;
  if (found.inspection.seen[point] !== undefined) return turnDown('point-seen');
  return { events: [{ kind: 'inspection-point-passed', data: { inspectionId, byId, point } }] };
}

/** A finding: an order to put it right by a day, given to one person at once; the inspectors check it. */
export function decideFindAtPoint(
  docket: Docket,
  command: DocketCommandOf<'find-at-point'>,
  context: DocketContext,
): DocketDecision {
  const found = atPoint(docket, command, context);
  if ('refused' in found) return found;
  const { inspectionId, byId, point } = command;
  const { inspectors } = found.inspection;
  const origin = { cause: 'finding', inspectionId, point, checkers: [...new Set([...inspectors, byId])] } as const;
  const order = orderGiven(docket, command, origin, context);
  if (isTurnedDown(order)) return order;
  const { contactId, events } = order;
  return { events: [...events, { kind: 'inspection-finding', data: { inspectionId, byId, point, contactId } }] };
}

/** Every point was looked at. */
export function decideFinishInspection(
  docket: Docket,
  command: DocketCommandOf<'finish-inspection'>,
  context: DocketContext,
): DocketDecision {
  const found = held(docket, command, context);
  if ('refused' in found) return found;
  const left = unseen(found.inspection).length;
  if (left > 0) return turnDown('inspection-incomplete', { left });
  const { inspectionId, byId } = command;
  return { events: [{ kind: 'inspection-finished', data: { inspectionId, byId } }] };
}

/** Called off before anything was found in it. */
export function decideCallOffInspection(
  docket: Docket,
  command: DocketCommandOf<'call-off-inspection'>,
  context: DocketContext,
): DocketDecision {
  const { inspectionId, byId } = command;
  if (!leads(byId, context)) return turnDown('not-the-head');
  const found = held(docket, command, context);
  if ('refused' in found) return found;
  if (Object.keys(found.inspection.seen).length > 0) return turnDown('inspection-begun');
  return { events: [{ kind: 'inspection-called-off', data: { inspectionId, byId } }] };
}
