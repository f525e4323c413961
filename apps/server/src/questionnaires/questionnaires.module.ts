import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { NoticeController } from './notice.controller.ts';
import { NoticeReads } from './notice-reads.service.ts';
import { QuestionnaireController } from './questionnaire.controller.ts';
import { QuestionnaireService } from './questionnaire.service.ts';
import { SheetCodes } from './sheet-codes.ts';

/** Questionnaires of the open-door appraisal (开门评议), and counts of notices by column. */
@Module({
  imports: [DocketModule],
  controllers: [QuestionnaireController, NoticeController],
  providers: [QuestionnaireService, NoticeReads, SheetCodes],
  exports: [QuestionnaireService],
})
export class QuestionnairesModule {}
