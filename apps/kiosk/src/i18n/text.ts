import { makeUseText } from '@shouwen/ui/i18n/use-text';
import type { zhCN } from './zh-CN.ts';

/** The citizens' screens' own words. */
export const useText = makeUseText<typeof zhCN>();
