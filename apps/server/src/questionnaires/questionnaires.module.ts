import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { QuestionnaireController } from './questionnaire.controller.ts';
import { QuestionnaireService } from './questionnaire.service.ts';
import { SheetCodes } from './sheet-codes.ts';

/** Questionnaires of the open-door appraisal (开门评议), and counts of notices by column. */
@Module({
  imports: [DocketModule],
  controllers: [QuestionnaireController],
  providers: [QuestionnaireService, SheetCodes],
  exports: [QuestionnaireService],
})
export class QuestionnairesModule {}
