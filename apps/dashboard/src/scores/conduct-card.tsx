import type { ConductView } from '@shouwen/contracts/views/conduct.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { nameOf, type Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import type { ConductWish } from './conduct-form.tsx';
import css from './scores.module.css';

const TONES: Record<ConductView['state'], Tone> = {
  rewarded: 'good',
  'to-state': 'soon',
  'to-decide': 'soon',
  decided: 'explained',
  appealed: 'soon',
  closed: 'neutral',
};

/** The steps that somebody may take next; the server decides anyway. */
function stepsOf(
  { state, staffId, foundBy, decided }: ConductView,
  { role, staffId: me }: { role: string; staffId: string },
): Exclude<ConductWish['what'], 'reward' | 'finding'>[] {
  const leads = role === 'supervisor' || role === 'director';
  if (me === staffId) return state === 'to-state' ? ['statement'] : state === 'decided' ? ['appeal'] : [];
  if (!leads) return [];
  if (state === 'to-state' || state === 'to-decide') return me === foundBy ? [] : ['decide'];
  return state === 'appealed' && decided?.byId !== me ? ['decideAppeal'] : [];
}

interface Props {
  conduct: ConductView;
  named: Named;
  onWish: (wish: ConductWish) => void;
}

/** One record from its grounds to its end, each step with who, when and why. */
export function ConductCard({ conduct, named, onWish }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const { id, staffId, state, reward, grounds, foundBy, foundAt, found, stateUntil } = conduct;
  const { stated, decided, appealed, appealDecided } = conduct;
  const name = (staff: string) => nameOf('person', staff, named);
  const at = (ms: number) => formatDateTime(ms, named.catalogue.hall.timeZone, lng, { year: true });
  const day = (one: string) => formatDay(one, lng, { weekday: false });
  const measure = decided?.measure ? t(`scores.conduct.measures.${decided.measure}`) : t('scores.conduct.noMeasure');
  return (
    <Card labelledBy={`conduct-${id}`}>
      <p className={css.row}>
        <strong id={`conduct-${id}`}>
          {name(staffId)}
          {reward && ` · ${t(`scores.conduct.rewards.${reward}`)}`}
          {conduct.breach && ` · ${t(`scores.conduct.breaches.${conduct.breach}`)}`}
        </strong>
        <Pill tone={TONES[state]} shape>
          {t(`scores.conduct.states.${state}`)}
        </Pill>
        <span className={css.quiet}>{id}</span>
      </p>
      <dl className={css.story}>
        <dt>
          {t(reward ? 'scores.conduct.rewarded' : 'scores.conduct.found', { name: name(foundBy), at: at(foundAt) })}
        </dt>
        <dd>
          {found}
          {grounds.length > 0 && <small className={css.quiet}> {grounds.join(' · ')}</small>}
        </dd>
        {state === 'to-state' && stateUntil && (
          <dt className={css.quiet}>{t('scores.conduct.stateUntil', { until: day(stateUntil) })}</dt>
        )}
        {stated && (
          <>
            <dt>{t('scores.conduct.stated', { at: at(stated.at) })}</dt>
            <dd>{stated.words}</dd>
          </>
        )}
        {decided && (
          <>
            <dt>{t('scores.conduct.decided', { name: name(decided.byId), measure, at: at(decided.at) })}</dt>
            <dd>{decided.words}</dd>
          </>
        )}
        {state === 'decided' && decided?.appealUntil && (
          <dt className={css.quiet}>{t('scores.conduct.appealUntil', { until: day(decided.appealUntil) })}</dt>
        )}
        {appealed && (
          <>
            <dt>{t('scores.conduct.appealed', { at: at(appealed.at) })}</dt>
            <dd>{appealed.words}</dd>
          </>
        )}
        {appealDecided && (
          <>
            <dt>
              {t(appealDecided.upheld ? 'scores.conduct.appealUpheld' : 'scores.conduct.appealRejected', {
                name: name(appealDecided.byId),
                at: at(appealDecided.at),
              })}
            </dt>
            <dd>{appealDecided.words}</dd>
          </>
        )}
      </dl>
      {stepsOf(conduct, me).map((what) => (
        <Button key={what} kind="primary" onClick={() => onWish({ what, conduct })}>
          {t(`scores.conduct.${what}`)}
        </Button>
      ))}
    </Card>
  );
}
