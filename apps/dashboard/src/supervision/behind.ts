import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { Detail } from './detail.ts';

/** What every list in the drawer is given. */
export interface Behind {
  hallId: string;
  /** The service day that is looked at; today's lists follow the board. */
  day: string;
  board: StaffBoard;
  catalogue: PublicCatalogue;
  /** The hall's moment, ms. */
  now: number;
  onOpen: (detail: Detail | null) => void;
}
