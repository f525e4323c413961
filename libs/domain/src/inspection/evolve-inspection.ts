import type { DocketEvolvers } from '../docket/evolve.ts';
import { counted, needed, type Docket, type DocketChanges } from '../docket/state.ts';
import type { Inspection, InspectionEventKind } from './inspection.ts';

function change(docket: Docket, id: string, by: (inspection: Inspection) => Partial<Inspection>): DocketChanges {
  const inspection = needed(docket.inspections, id, 'inspection');
  return { inspections: [{ ...inspection, ...by(inspection) }] };
}

export const EVOLVE_INSPECTION: Pick<DocketEvolvers, InspectionEventKind> = {
  'inspection-planned': (docket, { at, data }) => {
    const { inspectionId: id, byId: plannedBy, n, year, round, day, inspectors, form, points } = data;
    const rest = { plannedBy, plannedAt: at, state: 'planned', seen: {}, endedAt: null } as const;
    return {
      counters: [counted(docket, `inspection-${year}`, n)],
      inspections: [{ id, round, day, inspectors, form, points, ...rest }],
    };
  },
  'inspection-point-passed': (docket, { at, data: { inspectionId, byId, point } }) =>
    change(docket, inspectionId, ({ seen }) => ({
      seen: { ...seen, [point]: { result: 'pass', byId, at, findings: [] } },
    })),
  'inspection-finding': (docket, { at, data: { inspectionId, byId, point, contactId } }) =>
    change(docket, inspectionId, ({ seen }) => ({
      seen: {
        ...seen,
        [point]: { result: 'finding', byId, at, findings: [...(seen[point]?.findings ?? []), contactId] },
      },
    })),
  'inspection-finished': (docket, { at, data }) =>
    change(docket, data.inspectionId, () => ({ state: 'done', endedAt: at })),
  'inspection-called-off': (docket, { at, data }) =>
    change(docket, data.inspectionId, () => ({ state: 'called-off', endedAt: at })),
};
