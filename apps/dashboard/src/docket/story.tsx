import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { docketSentence, nameOf, type Told } from '../shared/docket-sentence.ts';
import css from './docket.module.css';

/** What has happened, newest first, each line sealed in the hall's log. */
export function Story({ file, staff, timeZone }: { file: DocketFile; staff: readonly Staff[]; timeZone: string }) {
  const { t, lng } = useText();
  const told: Told = { t, lng, staff };
  return (
    <ol className={css.story}>
      {[...file.story].reverse().map((line) => (
        <li key={line.seq}>
          <time>{formatDateTime(line.at, timeZone, lng)}</time>
          <span>
            {docketSentence(line, told)}
            {line.words && <blockquote className={css.words}>{line.words}</blockquote>}
            {line.office && (
              <blockquote className={css.words}>
                {[line.office.name, line.office.address, line.office.telephone].filter(Boolean).join(' · ')}
              </blockquote>
            )}
          </span>
          <span className={css.by}>{nameOf(line.actor.replace(/^staff:/, ''), told)}</span>
        </li>
      ))}
    </ol>
  );
}
