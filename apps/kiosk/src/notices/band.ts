import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { isPublished, type Notice } from '@shouwen/contracts/catalogue/notice.schema';

/** The notices of the display's band on a day, the newest first. */
export const bandOf = ({ notices }: PublicCatalogue, day: string): Notice[] =>
  notices.filter((notice) => notice.band && isPublished(notice, day)).toSorted((a, b) => b.from.localeCompare(a.from));
