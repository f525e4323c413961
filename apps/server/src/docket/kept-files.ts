import type { Instant } from '@shouwen/domain/time/instant';

/** What is said of a stored file by the case or the order that it belongs to. */
export interface KeptFile {
  id: string;
  sha256: string;
  size: number;
  /** Photographs of orders are never taken away: left out. */
  removedAt?: Instant | null;
}

/** Every case and order that has files; `place` is the second part of their addresses. */
export const KEPT_FILES = `select hall_id, id as place, body->'files' as files from case_file where body->'files' <> '[]'::jsonb
  union all select hall_id, contact_id, body->'photos' from petition where kind = 'order' and body->'photos' <> '[]'::jsonb`;
