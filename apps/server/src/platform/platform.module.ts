import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock/clock.ts';
import { DatabaseLifetime } from './database/database-lifetime.ts';
import { CONFIG, type Config } from './config/config.ts';
import { ErrorFilter } from './http/error.filter.ts';
import { Files } from './files/files.ts';
import { Keys } from './keys/keys.ts';
import { Log } from './logging/log.ts';
import { HealthController } from './health/health.controller.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { Metrics } from './metrics/metrics.ts';

/** What every capability stands on: settings, database, keys, clock, log, health and metrics. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, dataSource: DataSource, keys: Keys): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useValue: dataSource },
        { provide: Keys, useValue: keys },
        { provide: Files, useValue: Files.of(config, keys) },
        { provide: APP_FILTER, useClass: ErrorFilter },
        DatabaseLifetime,
        Clock,
        Log,
        Metrics,
      ],
      exports: [CONFIG, DataSource, Keys, Files, Clock, Log, Metrics],
    };
  }
}
