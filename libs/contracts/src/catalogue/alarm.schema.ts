import { z } from 'zod';
import { ALARM_MEASURES } from '@shouwen/domain/alarm/alarm';
import { ALARM_RECEIVERS, alarmRuleFault } from '@shouwen/domain/alarm/rules';
import { sound } from './sound.ts';

const threshold = z.number().gt(0).max(10_000);

/** How the hall watches one measure (现场预警设置); one that is left out is watched by the defaults. */
export const alarmSchema = z
  .object({
    id: z.enum(ALARM_MEASURES),
    on: z.boolean(),
    yellow: threshold,
    orange: threshold,
    red: threshold,
    /** Told again while nobody has taken it, minutes. */
    repeatMinutes: z.number().int().min(1).max(1440),
    receivers: z.array(z.enum(ALARM_RECEIVERS)).min(1),
  })
  .superRefine(sound(alarmRuleFault, 'orange'));
