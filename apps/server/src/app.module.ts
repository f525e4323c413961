import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.ts';
import { AlarmsModule } from './alarms/alarms.module.ts';
import { CatalogueModule } from './catalogue/catalogue.module.ts';
import { DocketModule } from './docket/docket.module.ts';
import { HallLogModule } from './hall-log/hall-log.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { InspectionsModule } from './inspections/inspections.module.ts';
import { LiveModule } from './live/live.module.ts';
import type { Config } from './platform/config/config.ts';
import type { Keys } from './platform/keys/keys.ts';
import { OpinionsModule } from './opinions/opinions.module.ts';
import { PerformanceModule } from './performance/performance.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { QueueModule } from './queue/queue.module.ts';
import { QuestionnairesModule } from './questionnaires/questionnaires.module.ts';
import { RatingsModule } from './ratings/ratings.module.ts';
import { RegionsModule } from './regions/regions.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { ScoresModule } from './scores/scores.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { StaffingModule } from './staffing/staffing.module.ts';
import { SupervisionModule } from './supervision/supervision.module.ts';
import { VoiceController } from './voice/voice.controller.ts';

/** The whole server, on a database that is already migrated. */
@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource, keys: Keys): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, dataSource, keys),
        HallLogModule,
        CatalogueModule,
        AccessModule,
        QueueModule,
        DocketModule,
        AlarmsModule,
        RatingsModule,
        PerformanceModule,
        RegionsModule,
        ScoresModule,
        ReportsModule,
        StaffingModule,
        QuestionnairesModule,
        OpinionsModule,
        HistoryModule,
        InspectionsModule,
        LiveModule,
        SupervisionModule,
        SettingsModule,
      ],
      controllers: [VoiceController],
    };
  }
}
