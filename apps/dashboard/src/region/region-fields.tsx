import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from '../performance/performance.module.css';
import { daysOf, PERIODS } from '../performance/periods.ts';
import own from './region.module.css';
import type { RegionAsked, RegionChange } from './use-region-asked.ts';

interface Props {
  asked: RegionAsked;
  from: string;
  until: string;
  today: string;
  onAsk: (change: RegionChange) => void;
}

/** Which days, regions or halls, and which of them. */
export function RegionFields({ asked, from, until, today, onAsk }: Props) {
  const { t } = useText();
  return (
    <div className={css.fields}>
      <span role="group" aria-label={t('performance.period')} className={css.buttons}>
        {PERIODS.map((one) => {
          const days = daysOf(one, today);
          return (
            <Button
              key={one}
              shape="pill"
              pressed={days.from === from && days.until === until}
              onClick={() => onAsk(days)}
            >
              {t(`performance.periods.${one}`)}
            </Button>
          );
        })}
      </span>
      <label>
        {t('performance.from')}
        <input
          type="date"
          value={from}
          max={until}
          onChange={({ target }) => target.value && onAsk({ from: target.value, until })}
        />
      </label>
      <label>
        {t('performance.until')}
        <input
          type="date"
          value={until}
          min={from}
          max={today}
          onChange={({ target }) => target.value && onAsk({ until: target.value, from })}
        />
      </label>
      <span role="group" aria-label={t('region.by')} className={css.buttons}>
        {(['region', 'hall'] as const).map((one) => (
          <Button
            key={one}
            shape="pill"
            pressed={asked.by === one}
            onClick={() => onAsk({ by: one, halls: null, compared: null })}
          >
            {t(`region.bys.${one}`)}
          </Button>
        ))}
      </span>
      <label>
        {t('region.search')}
        <input
          type="search"
          className={own.search}
          value={asked.search}
          maxLength={60}
          onChange={({ target }) => onAsk({ search: target.value })}
        />
      </label>
      {(asked.marked.length > 1 || asked.compared) && (
        <Button
          kind="primary"
          onClick={() => onAsk(asked.compared ? { compared: null, halls: null } : { compared: 'true' })}
        >
          {t(asked.compared ? 'region.all' : 'region.compare', { count: asked.marked.length })}
        </Button>
      )}
    </div>
  );
}
