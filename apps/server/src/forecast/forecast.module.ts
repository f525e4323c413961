import { Module } from '@nestjs/common';
import { ForecastLearner } from './forecast-learner.ts';
import { KeptForecasts } from './kept-forecasts.ts';
import { WaitForecasts } from './wait-forecasts.ts';

/** Forecasts (预计等候): learnt from the hall's own days, told from its day so far. */
@Module({
  providers: [KeptForecasts, WaitForecasts, ForecastLearner],
  exports: [WaitForecasts],
})
export class ForecastModule {}
