import { matterName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { formatSpan, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { sentenceOf } from '../shared/sentence.ts';
import css from './terminal.module.css';

/** What has happened to the one at the window; with nobody there, what was finished today. */
export function StoryCard({ desk, board, catalogue }: { desk: Desk; board: StaffBoard; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const { timeZone } = catalogue.hall;
  if (!desk.window.ticket) {
    if (desk.finished.length === 0) return null;
    return (
      <section className={css.panel} aria-labelledby="finished">
        <h2 id="finished">{t('terminal.finishedToday')}</h2>
        <ul className={css.story}>
          {desk.finished.map((one) => (
            <li key={`${one.number} ${one.endedAt}`}>
              <time>{formatTime(one.endedAt, timeZone, lng)}</time>
              <strong>{one.number}</strong> {matterName(catalogue, { matterId: one.matterId, queueId: '' }, lng)}
              {one.outcome && ` · ${t(`terminal.outcomes.${one.outcome}`)}`} · {formatSpan(one.handledMs / 1000, lng)}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section className={css.panel} aria-labelledby="story">
      <h2 id="story">{t('terminal.story')}</h2>
      <ul className={css.story}>
        {desk.story.map((event) => (
          <li key={event.seq}>
            <time>{formatTime(event.at, timeZone, lng)}</time>
            {sentenceOf(event, { t, lng, catalogue, staff: board.staff })}
          </li>
        ))}
      </ul>
    </section>
  );
}
