import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';

/** What every page about one questionnaire is given. */
export interface QuestionnairePage {
  catalogue: PublicCatalogue;
  questionnaire: Questionnaire;
  /** The hall's service day. */
  today: string;
}
