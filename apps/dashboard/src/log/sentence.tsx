import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import css from './log.module.css';

interface Props {
  event: LogEvent;
  text: string;
  onSubject: ((subject: string) => void) | undefined;
}

/** What happened; pressed, it opens the whole story of its ticket. */
export function Sentence({ event: { subject }, text, onSubject }: Props) {
  if (!onSubject || !subject.startsWith('ticket:')) return <span className={css.what}>{text}</span>;
  return (
    <button type="button" className={css.open} onClick={() => onSubject(subject)}>
      {text}
    </button>
  );
}
