import type { DocketCommandOf } from '../docket/commands.ts';
import { turnDown, type DocketContext, type DocketDecision } from '../docket/context.ts';
import type { Docket } from '../docket/state.ts';
import { questionnaireState, sheetFault } from './questionnaire.ts';

/** A sheet is handed in: by a one-time code while the questionnaire is open, or from paper by a member of staff. */
export function decideSheet(
  docket: Docket,
  command: DocketCommandOf<'hand-in-sheet'>,
  { catalogue, day }: DocketContext,
): DocketDecision {
  const { questionnaireId, source, serial, byId, answers, words } = command;
  const questionnaire = catalogue.questionnaires[questionnaireId];
  if (!questionnaire) return turnDown('unknown-questionnaire');
  const state = questionnaireState(questionnaire, day);
  if (state !== 'open' && !(state === 'paper' && source === 'paper')) return turnDown('questionnaire-closed');
  if (serial !== null && Object.values(docket.sheets).some((sheet) => sheet.serial === serial))
    return turnDown('sheet-code-used');
  const fault = sheetFault(questionnaire, answers, words !== null);
  if (fault) return turnDown('sheet-does-not-fit', { question: fault.question });
  const n = (docket.counters[`sheet-${questionnaireId}`] ?? 0) + 1;
  const sheetId = `${questionnaireId}.${n}`;
  return {
    events: [{ kind: 'sheet-handed-in', data: { sheetId, questionnaireId, n, source, serial, byId, answers, words } }],
  };
}
