import { matterName, type ScreenLanguage } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Say } from '../i18n/text.ts';

/** What it is about: what a citizen said — a complaint, a bad rating … —, the matter, or both; empty when neither is known. */
export function topicOf(
  { said, matterId }: Pick<DocketItem, 'said' | 'matterId'>,
  { t, lng, catalogue }: { t: Say; lng: ScreenLanguage; catalogue: PublicCatalogue | undefined },
): string {
  const matter = matterName(catalogue, { matterId, queueId: '' }, lng);
  return [said ? t(`docket.said.${said}`) : '', matter].filter(Boolean).join(' · ');
}
