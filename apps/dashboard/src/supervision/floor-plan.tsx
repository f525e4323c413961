import type { CSSProperties } from 'react';
import { personName, say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { CardButton } from '@shouwen/ui/card';
import { formatDuration, formatMinutes } from '@shouwen/ui/i18n/format';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { handledMs } from '../shared/pace.ts';
import type { Shown } from './shown.ts';
import css from './supervision.module.css';
import { stateOf, type PlanState } from './window-state.ts';

/** Colour of a state; its word stands beside it. */
const LOOK: Record<PlanState, { card: 'plain' | 'stone' | 'amber' | 'cinnabar'; pill: Tone }> = {
  closed: { card: 'stone', pill: 'neutral' },
  open: { card: 'plain', pill: 'neutral' },
  called: { card: 'plain', pill: 'explained' },
  serving: { card: 'plain', pill: 'good' },
  near: { card: 'amber', pill: 'soon' },
  over: { card: 'cinnabar', pill: 'broken' },
  paused: { card: 'stone', pill: 'neutral' },
  away: { card: 'amber', pill: 'soon' },
};

/** Every window where it stands in the hall, zone by zone. */
export function FloorPlan(shown: Shown) {
  const { catalogue } = shown;
  const { t, lng } = useText();
  const inZone = (zoneId: string) => catalogue.windows.filter((window) => window.zoneId === zoneId);
  const across = Math.max(1, ...catalogue.zones.map(({ id }) => inZone(id).length));
  return (
    <section className={css.plan} aria-labelledby="plan" style={{ '--across': across } as CSSProperties}>
      <h2 id="plan">{t('supervision.plan')}</h2>
      {catalogue.zones.map((zone) => (
        <div key={zone.id} className={css.zone}>
          <h3>
            {say(zone.name, lng)}
            <small>{say(zone.theme, lng)}</small>
          </h3>
          <div className={css.windows}>
            {inZone(zone.id).map((window) => (
              <Window key={window.id} {...shown} window={window} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Window({ board, catalogue, now, onOpen, window }: Shown & { window: PublicCatalogue['windows'][number] }) {
  const { t, lng } = useText();
  const today = board.windows.find(({ id }) => id === window.id);
  if (!today) return null;
  const state = stateOf(today, now);
  const clerk = personName(
    board.staff.find(({ id }) => id === today.clerkId),
    lng,
  );
  const { ticket } = today;
  const held = today.held.length > 0 && t('supervision.heldHere', { count: today.held.length });
  const handled = ticket && handledMs(ticket, now);
  const minutes = (since: number) => formatMinutes(Math.max(0, Math.floor((now - since) / 60_000)), lng);
  const queues = window.firstQueues
    .flatMap((id) => catalogue.queues.find((queue) => queue.id === id) ?? [])
    .map(({ name }) => say(name, lng))
    .join(' / ');
  const runs = ticket && (handled ?? now - ticket.lastCallAt);
  return (
    <CardButton tone={LOOK[state].card} onClick={() => onOpen({ subject: `window:${window.id}` })}>
      <span className={css.window}>
        <strong className={css.windowName}>
          {window.number === 0 ? say(window.name, lng) : `${window.number}\u00a0·\u00a0${queues}`}
        </strong>
        <span className={css.windowWho}>
          {state === 'away' && t('supervision.awayFor', { name: clerk, minutes: minutes(today.awaySince ?? now) })}
          {state === 'paused' &&
            t('supervision.pausedFor', {
              minutes: minutes(today.since),
              reason: t(`terminal.pauses.${today.pauseReason ?? 'other'}`),
            })}
          {state !== 'away' && state !== 'paused' && [clerk, ticket?.number, held].filter(Boolean).join(' · ')}
        </span>
        <span className={css.windowFoot}>
          <span className={state === 'over' ? css.clockOver : css.clock}>
            {runs === null ? '—' : formatDuration(runs / 1000)}
            {state === 'over' && ticket && <small> / {formatDuration(ticket.standardSeconds)}</small>}
          </span>
          <Pill tone={LOOK[state].pill} shape>
            {t(`supervision.states.${state}`)}
          </Pill>
        </span>
      </span>
    </CardButton>
  );
}
