import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { decideObjection } from '@shouwen/contracts/http/score.operations';
import type { ObjectionView } from '@shouwen/contracts/views/score.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Dialog } from '@shouwen/ui/dialog';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { nameOf, type Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './scores.module.css';

interface Props {
  objections: readonly ObjectionView[];
  named: Named;
  heading: string;
}

/** Objections with their reasons; those without a decision first. */
export function ObjectionList({ objections, named, heading }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const headingId = useId();
  const [deciding, setDeciding] = useState<ObjectionView | null>(null);
  const { timeZone } = named.catalogue.hall;
  const at = (ms: number) => formatDateTime(ms, timeZone, lng);
  const mayDecide = ({ decided, byId, scope, key }: ObjectionView) =>
    decided === null &&
    (me.role === 'supervisor' || me.role === 'director') &&
    byId !== me.staffId &&
    !(scope === 'person' && key === me.staffId);
  return (
    <Card labelledBy={headingId}>
      <h2 id={headingId}>{heading}</h2>
      {objections.length === 0 && <p className={css.quiet}>{t('scores.noObjections')}</p>}
      <ul className={css.list} role="list">
        {[...objections]
          .sort((a, b) => Number(a.decided !== null) - Number(b.decided !== null) || b.at - a.at)
          .map((one) => (
            <li key={one.id}>
              <p className={css.row}>
                <strong>
                  {t('scores.objected', {
                    name: nameOf(one.scope, one.key, named),
                    line: t(`scores.lines.${one.line}`),
                    at: at(one.at),
                  })}
                </strong>
                <Pill tone={one.decided ? (one.decided.upheld ? 'good' : 'neutral') : 'soon'} shape>
                  {t(one.decided ? (one.decided.upheld ? 'scores.upheld' : 'scores.rejected') : 'scores.undecided')}
                </Pill>
                <span className={css.quiet}>{t('scores.refs', { count: one.refs.length })}</span>
              </p>
              <p>{one.words}</p>
              {one.decided && (
                <p className={css.quiet}>
                  {t('scores.decidedBy', { name: nameOf('person', one.decided.byId, named), at: at(one.decided.at) })}:{' '}
                  {one.decided.words}
                </p>
              )}
              {mayDecide(one) && <Button onClick={() => setDeciding(one)}>{t('scores.decide')}</Button>}
            </li>
          ))}
      </ul>
      <Dialog
        open={deciding !== null}
        onClose={() => setDeciding(null)}
        title={t('scores.decideTitle')}
        actions={<></>}
      >
        {deciding && <Decision objection={deciding} onClose={() => setDeciding(null)} />}
      </Dialog>
    </Card>
  );
}

function Decision({ objection, onClose }: { objection: ObjectionView; onClose: () => void }) {
  const me = useMe();
  const { t } = useText();
  const queries = useQueryClient();
  const send = useCommand(decideObjection);
  const [upheld, setUpheld] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (upheld === null) return;
    const params = { hallId: me.hallId, objectionId: objection.id };
    if (!(await send.run({ params, body: { upheld, words } }))) return;
    await queries.invalidateQueries({ queryKey: ['scores', me.hallId] });
    onClose();
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <blockquote>{objection.words}</blockquote>
      <fieldset>
        <legend>{t('scores.decide')}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)} className={css.tick}>
            <input type="radio" name="upheld" required checked={upheld === one} onChange={() => setUpheld(one)} />
            {t(one ? 'scores.uphold' : 'scores.reject')}
          </label>
        ))}
      </fieldset>
      <label>
        {t('scores.decideWords')}
        <textarea required rows={3} maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <Failure error={send.error} />
      <p className={css.row}>
        <Button type="submit" kind="primary" busy={send.pending}>
          {t('scores.decide')}
        </Button>
        <Button onClick={onClose}>{t('scores.cancel')}</Button>
      </p>
    </form>
  );
}
