import type { DocketEvolvers } from '../docket/evolve.ts';

export const EVOLVE_SHEET: Pick<DocketEvolvers, 'sheet-handed-in'> = {
  'sheet-handed-in': (_docket, { at, data: { sheetId, questionnaireId, n, source, serial, answers } }) => ({
    counters: [{ id: `sheet-${questionnaireId}`, n }],
    sheets: [{ id: sheetId, questionnaireId, n, source, serial, at, answers }],
  }),
};
