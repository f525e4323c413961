import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DayFigures, StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { Detail } from './detail.ts';

/** What every part of the screen is given. */
export interface Shown {
  board: StaffBoard;
  catalogue: PublicCatalogue;
  figures: DayFigures;
  /** The hall's moment, ms, renewed every second. */
  now: number;
  onOpen: (detail: Detail) => void;
}
