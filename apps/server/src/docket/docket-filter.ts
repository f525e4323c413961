import type { DocketFilter } from '@shouwen/contracts/http/docket.operations';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';

const grave = ({ level }: DocketItem): boolean => level === 'red' || level === 'legal-red';
const waits = ({ state }: DocketItem): boolean => state === 'offered' || state === 'awaits-appointment';

/** What each filter of the docket shows; `today`: the service day. */
export const SHOWN_BY: Readonly<Record<DocketFilter, (item: DocketItem, today: string) => boolean>> = {
  trouble: (item) => (item.level !== null && item.level !== 'prompt') || item.thirdVisit !== null || waits(item),
  all: () => true,
  'due-today': ({ due }, today) => due?.day === today,
  yellow: ({ level }) => level === 'yellow',
  red: grave,
  'legal-red': ({ level }) => level === 'legal-red',
  unseen: ({ unacknowledged }) => unacknowledged > 0,
  offered: ({ state }) => state === 'offered',
  'awaits-appointment': ({ state }) => state === 'awaits-appointment',
  extension: ({ extensionAsked }) => extensionAsked,
  received: ({ state }) => state === 'received',
  supplement: ({ state }) => state === 'supplement-asked',
  suspended: ({ state }) => state === 'suspended',
  'to-deliver': ({ state }) => state === 'decided',
  'third-visit': ({ thirdVisit }) => thirdVisit !== null,
};
