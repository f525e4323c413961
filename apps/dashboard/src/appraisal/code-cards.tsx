import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';

/** Two beside each other, five below: large enough for those who do not see well. */
export const PER_PAGE = 10;
/** Their page: 190 × 277 mm inside its margins, five rows of 54 mm. */
export const CARDS_PAGE = '@page { size: A4; margin: 10mm; }';

export interface PrintedCode {
  serial: number;
  code: string;
  /** What is opened to type the code, without `https://`. */
  address: string;
  /** The code to scan, an SVG. */
  svg: string;
}

interface Props {
  codes: readonly PrintedCode[];
  questionnaire: Questionnaire;
  catalogue: PublicCatalogue;
}

/** Cards to cut: each opens the questionnaire once. */
export function CodeCards({ codes, questionnaire, catalogue }: Props) {
  const { t, lng } = useText();
  return (
    <ul className={css.cards} role="list" aria-label={t('appraisal.codes')}>
      {codes.map(({ serial, code, address, svg }) => (
        <li key={serial}>
          <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt="" />
          <div>
            <p className={css.cardTitle}>{say(questionnaire.title, lng)}</p>
            <p className={css.code}>{code}</p>
            <p>{t('appraisal.cardHint', { day: formatDay(questionnaire.until, lng, { weekday: false }) })}</p>
            <p className={css.cardFoot}>{address}</p>
            <p className={css.cardFoot}>
              {say(catalogue.hall.name, lng)} · <span className={css.serial}>{t('appraisal.serial', { serial })}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
