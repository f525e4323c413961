import { makeUseText } from '@shouwen/ui/i18n/use-text';
import type { zhCN } from './zh-CN.ts';

/** The staff screens' own words. */
export const useText = makeUseText<typeof zhCN>();
/** What turns the name of a text into the text. */
export type Say = ReturnType<typeof useText>['t'];
