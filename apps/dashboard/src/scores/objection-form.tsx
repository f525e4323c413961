import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { objectToScore } from '@shouwen/contracts/http/score.operations';
import type { ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './scores.module.css';

interface Props {
  sheet: ScoreSheetView;
  /** The line that is objected to; `null`: nothing is asked. */
  line: ScoreSheetView['lines'][number] | null;
  onClose: () => void;
}

/** Which records of a line, and why. */
export function ObjectionForm({ sheet, line, onClose }: Props) {
  const { t } = useText();
  const title = line ? t('scores.objectTitle', { line: t(`scores.lines.${line.id}`) }) : '';
  return (
    <Dialog open={line !== null} onClose={onClose} title={title} actions={<></>}>
      {line && <Fields sheet={sheet} line={line} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ sheet, line, onClose }: Props & { line: NonNullable<Props['line']> }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const send = useCommand(objectToScore);
  const before = sheet.objections.filter((one) => one.line === line.id).flatMap(({ refs }) => refs);
  const open = line.evidence.filter(({ ref }) => !before.includes(ref));
  const [refs, setRefs] = useState<readonly string[]>(open.length === 1 ? [open[0]!.ref] : []);
  const [words, setWords] = useState('');
  const { scope, period } = sheet;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (scope === 'window') return;
    const body = { scope, period, line: line.id, refs: [...refs], words };
    if (!(await send.run({ params: { hallId: me.hallId }, body }))) return;
    await queries.invalidateQueries({ queryKey: ['scores', me.hallId] });
    onClose();
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <p className={css.quiet}>{t('scores.objectHint')}</p>
      <fieldset>
        <legend>{t('scores.objectWhich')}</legend>
        {open.map(({ ref, subject, day }) => (
          <label key={ref} className={css.tick}>
            <input
              type="checkbox"
              checked={refs.includes(ref)}
              onChange={({ target }) => setRefs(target.checked ? [...refs, ref] : refs.filter((one) => one !== ref))}
            />
            {subject.slice(subject.indexOf(':') + 1)} · {formatDay(day, lng, { weekday: false })}
          </label>
        ))}
      </fieldset>
      <label>
        {t('scores.objectWords')}
        <textarea required rows={4} maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <Failure error={send.error} />
      <p className={css.row}>
        <Button type="submit" kind="primary" busy={send.pending} disabled={refs.length === 0}>
          {t('scores.objectSend')}
        </Button>
        <Button onClick={onClose}>{t('scores.cancel')}</Button>
      </p>
    </form>
  );
}
