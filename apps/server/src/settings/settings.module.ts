import { Module } from '@nestjs/common';
import { DocketModule } from '../docket/docket.module.ts';
import { CalendarPreviewService } from './calendar-preview.service.ts';
import { RosterService } from './roster.service.ts';
import { SavedChangesService } from './saved-changes.service.ts';
import { SettingsController } from './settings.controller.ts';
import { StandardsService } from './standards.service.ts';

/** Calendar, roster and standards as the administrator changes them: previews, proposals, what was saved last. */
@Module({
  imports: [DocketModule],
  controllers: [SettingsController],
  providers: [CalendarPreviewService, RosterService, StandardsService, SavedChangesService],
})
export class SettingsModule {}
