import { Link } from 'wouter';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile, StoryLine } from '@shouwen/contracts/views/docket.schema';
import { LEVEL_OF, type CardKind } from '@shouwen/domain/docket/card';
import { Card } from '@shouwen/ui/card';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { docketSentence, nameOf, type Told } from '../shared/docket-sentence.ts';
import { placesOf } from '../shell/places.ts';
import css from './docket.module.css';

/** What has happened, newest first, each line sealed in the hall's log. */
export function Story({ file, staff, timeZone }: { file: DocketFile; staff: readonly Staff[]; timeZone: string }) {
  const me = useMe();
  const { t, lng } = useText();
  const told: Told = { t, lng, staff };
  const mayRead = placesOf(me).includes('log');
  const subject = file.caseId ? `case:${file.caseId}` : `contact:${file.contactId}`;
  const unseen = new Set(file.cards.filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ id }) => id));
  const count = t('docket.storyCount', { count: file.story.length });
  return (
    <Card labelledBy="story">
      <div className={css.cardHead}>
        <h2 id="story">{t('docket.story')}</h2>
        {mayRead ? (
          <Link href={`/dashboard/log?subject=${subject}`}>{count}</Link>
        ) : (
          <span className={css.quiet}>{count}</span>
        )}
      </div>
      <ol className={css.story}>
        {[...file.story].reverse().map((line) => (
          <li key={line.seq} data-tone={toneOf(line)}>
            <time>{formatDateTime(line.at, timeZone, lng)}</time>
            <span>
              {docketSentence(line, told)}
              {unseen.has(String(line.seq)) && (
                <>
                  {' '}
                  <Pill>{t('docket.unacknowledged')}</Pill>
                </>
              )}
              {line.words && <blockquote className={css.words}>{line.words}</blockquote>}
            </span>
            <span className={css.by}>{whoOf(line, told)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Who did it stands in the event; what nobody did, the clock did. */
function whoOf({ kind, data, actor }: StoryLine, told: Told): string {
  const by = data['byId'] ?? data['receiverId'] ?? (kind === 'card-given' ? 'clock' : actor.replace(/^staff:/, ''));
  return nameOf(by, told);
}

/** The shape beside a line: a warning, time that stands still, or the way things go. */
function toneOf({ kind, data }: StoryLine): 'soon' | 'broken' | 'explained' | 'good' {
  if (kind === 'card-given') {
    const level = LEVEL_OF[data['kind'] as CardKind];
    return level === 'prompt' ? 'explained' : level === 'yellow' ? 'soon' : 'broken';
  }
  if (['case-refused', 'contact-refused', 'breach-explained'].includes(kind)) return 'broken';
  if (['supplement-asked', 'contact-unclear', 'extension-asked'].includes(kind)) return 'soon';
  return ['case-suspended', 'dates-moved', 'extension-approved'].includes(kind) ? 'explained' : 'good';
}
