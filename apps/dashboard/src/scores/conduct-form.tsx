import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import {
  appealConduct,
  decideConduct,
  decideConductAppeal,
  makeStatement,
  recordFinding,
  recordReward,
} from '@shouwen/contracts/http/conduct.operations';
import type { ConductView } from '@shouwen/contracts/views/conduct.schema';
import { BREACHES, MEASURES_TAKEN, type Breach, REWARDS } from '@shouwen/domain/conduct/conduct';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { StaffChoice } from '../docket/staff-choice.tsx';
import { useText } from '../i18n/text.ts';
import type { Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './scores.module.css';

/** A step and the record that it is taken on; a new record has none. */
export interface ConductWish {
  what: 'reward' | 'finding' | 'statement' | 'decide' | 'appeal' | 'decideAppeal';
  conduct: ConductView | null;
  /** A new record that comes from somewhere: about whom, what and where it stands in the log. */
  from?: { staffId: string; breach: Breach; grounds: string };
}

const TITLES = {
  reward: 'scores.conduct.reward',
  finding: 'scores.conduct.finding',
  statement: 'scores.conduct.statementTitle',
  decide: 'scores.conduct.decideTitle',
  appeal: 'scores.conduct.appealTitle',
  decideAppeal: 'scores.conduct.decideAppealTitle',
} as const;

interface Props {
  wish: ConductWish | null;
  named: Named;
  onClose: () => void;
}

/** The form of each step. */
export function ConductForm({ wish, named, onClose }: Props) {
  const { t } = useText();
  return (
    <Dialog open={wish !== null} onClose={onClose} title={wish ? t(TITLES[wish.what]) : ''} actions={<></>}>
      {wish && <Fields wish={wish} named={named} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ wish: { what, conduct, from }, named, onClose }: Props & { wish: ConductWish }) {
  const me = useMe();
  const { t } = useText();
  const queries = useQueryClient();
  const commands = {
    reward: useCommand(recordReward),
    finding: useCommand(recordFinding),
    statement: useCommand(makeStatement),
    decide: useCommand(decideConduct),
    appeal: useCommand(appealConduct),
    decideAppeal: useCommand(decideConductAppeal),
  };
  const isNew = what === 'reward' || what === 'finding';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const { hallId } = me;
    const params = { hallId, conductId: conduct?.id ?? '' };
    const words = text('words');
    const found = {
      staffId: text('toId'),
      grounds: text('grounds')
        .split(/[\s,、]+/)
        .filter(Boolean),
      words,
    };
    const send = () => {
      switch (what) {
        case 'reward': {
          const reward = REWARDS.find((one) => one === text('reward'));
          return reward ? commands.reward.run({ params: { hallId }, body: { ...found, reward } }) : null;
        }
        case 'finding':
          return commands.finding.run({
            params: { hallId },
            body: { ...found, breach: BREACHES.find((one) => one === text('breach')) ?? null },
          });
        case 'decide': {
          const measure = MEASURES_TAKEN.find((one) => one === text('measure')) ?? null;
          return commands.decide.run({ params, body: { measure, words } });
        }
        case 'decideAppeal':
          return commands.decideAppeal.run({ params, body: { upheld: text('upheld') === 'yes', words } });
        case 'statement':
          return commands.statement.run({ params, body: { words } });
        case 'appeal':
          return commands.appeal.run({ params, body: { words } });
      }
    };
    if (!(await send())) return;
    await queries.invalidateQueries({ queryKey: ['conduct', hallId] });
    onClose();
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      {isNew && (
        <label>
          {t('scores.conduct.who')}
          <StaffChoice staff={named.staff} catalogue={named.catalogue} except={me.staffId} chosen={from?.staffId} />
        </label>
      )}
      {what === 'finding' && (
        <label>
          {t('scores.conduct.breach')}
          <select name="breach" defaultValue={from?.breach ?? ''}>
            <option value="">{t('scores.conduct.noBreach')}</option>
            {BREACHES.map((one) => (
              <option key={one} value={one}>
                {t(`scores.conduct.breaches.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {what === 'reward' && (
        <label>
          {t('scores.conduct.what')}
          <select name="reward" required defaultValue="">
            <option value="" disabled hidden />
            {REWARDS.map((one) => (
              <option key={one} value={one}>
                {t(`scores.conduct.rewards.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {what === 'decide' && (
        <label>
          {t('scores.conduct.measure')}
          <select name="measure" required defaultValue="">
            <option value="" disabled hidden />
            <option value="none">{t('scores.conduct.noMeasure')}</option>
            {MEASURES_TAKEN.map((one) => (
              <option key={one} value={one}>
                {t(`scores.conduct.measures.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {what === 'decideAppeal' && (
        <fieldset>
          <legend>{t('scores.conduct.outcome')}</legend>
          {(['yes', 'no'] as const).map((one) => (
            <label key={one} className={css.tick}>
              <input type="radio" name="upheld" value={one} required />
              {t(one === 'yes' ? 'scores.conduct.appealYes' : 'scores.conduct.appealNo')}
            </label>
          ))}
        </fieldset>
      )}
      <label>
        {t(isNew ? 'scores.conduct.words' : 'scores.conduct.text')}
        <textarea name="words" required rows={4} maxLength={2000} />
      </label>
      {isNew && (
        <label>
          {t('scores.conduct.grounds')}
          <input name="grounds" defaultValue={from?.grounds} pattern="[\w:.,、\s\-]*" aria-describedby="grounds-hint" />
          <small id="grounds-hint" className={css.quiet}>
            {t('scores.conduct.groundsHint')}
          </small>
        </label>
      )}
      <Failure error={commands[what].error} />
      <p className={css.row}>
        <Button type="submit" kind="primary" busy={commands[what].pending}>
          {t(isNew ? 'scores.conduct.record' : 'scores.conduct.send')}
        </Button>
        <Button onClick={onClose}>{t('scores.cancel')}</Button>
      </p>
    </form>
  );
}
