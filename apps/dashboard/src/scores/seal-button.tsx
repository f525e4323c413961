import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { sealScores } from '@shouwen/contracts/http/score.operations';
import type { ScoreBoard } from '@shouwen/contracts/views/score.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { periodText } from './score-words.ts';
import css from './scores.module.css';

/** Sealing asks once, with what it needs and whether that is met. */
export function SealButton({ board }: { board: ScoreBoard }) {
  const me = useMe();
  const texts = useText();
  const { t, lng } = texts;
  const queries = useQueryClient();
  const seal = useCommand(sealScores);
  const [asking, setAsking] = useState(false);
  const { scope, period, course, objections } = board;
  const checks = {
    over: course.stage !== 'running',
    objections: course.stage === 'to-seal',
    decided: objections.every(({ decided }) => decided !== null),
  };
  const leave = () => {
    seal.reset();
    setAsking(false);
  };
  const run = async () => {
    if (!(await seal.run({ params: { hallId: me.hallId }, body: { scope, period } }))) return;
    await queries.invalidateQueries({ queryKey: ['scores', me.hallId] });
    leave();
  };
  return (
    <>
      <Button kind={course.stage === 'to-seal' ? 'primary' : 'plain'} onClick={() => setAsking(true)}>
        {t('scores.seal')}
      </Button>
      <Dialog
        open={asking}
        onClose={leave}
        title={t('scores.sealTitle', { period: periodText(period, texts) })}
        actions={
          <>
            <Button
              kind="primary"
              disabled={!Object.values(checks).every(Boolean)}
              busy={seal.pending}
              onClick={() => void run()}
            >
              {t('scores.sealNow')}
            </Button>
            <Button onClick={leave}>{t('scores.cancel')}</Button>
          </>
        }
      >
        <p>{t('scores.sealHint')}</p>
        <h3>{t('scores.sealChecks')}</h3>
        <ul className={css.list} role="list">
          {(['over', 'objections', 'decided'] as const).map((one) => (
            <li key={one} className={css.row}>
              <Pill tone={checks[one] ? 'good' : 'soon'} shape>
                {t(checks[one] ? 'scores.met' : 'scores.notMet')}
              </Pill>
              {t(`scores.checks.${one}`, { object: formatDay(course.objectUntil, lng, { weekday: false }) })}
            </li>
          ))}
        </ul>
        <Failure error={seal.error} />
      </Dialog>
    </>
  );
}
