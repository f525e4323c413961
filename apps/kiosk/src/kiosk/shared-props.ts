import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import type { Page } from './kiosk-hall.tsx';

/** What every page of the kiosk is given. */
export interface PageProps {
  hallId: string;
  catalogue: PublicCatalogue;
  board: PublicBoard;
  onPage: (page: Page) => void;
  onHome: () => void;
}
