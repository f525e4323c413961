import { matterName, personName, say, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { PadView } from '@shouwen/contracts/views/rating.schema';
import { formatDay, formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './pad.module.css';

interface Props {
  view: PadView;
  rate: PadView['rate'];
  catalogue: PublicCatalogue;
}

/** Who serves or served, with post number; a portrait of the initial until the hall keeps photographs. */
export function Officer({ view, rate, catalogue }: Props) {
  const { t, lng } = useText();
  const clerk = rate?.clerk ?? view.clerk;
  const window = windowName(catalogue, view.windowId, lng);
  if (!clerk) return <strong className={css.grow}>{`${say(catalogue.hall.name, lng)} · ${window}`}</strong>;
  const name = personName(clerk, lng);
  const matter = (matterId: string | null) => matterName(catalogue, { matterId, queueId: '' }, lng);
  const line = rate
    ? matter(rate.matterId)
      ? t('pad.servedMatter', { name, matter: matter(rate.matterId) })
      : t('pad.served', { name })
    : view.serving
      ? t('pad.serves', { name })
      : t('pad.here', { name });
  const facts = [
    window,
    ...(rate
      ? [
          t('pad.took', { time: formatSpan(rate.handledMs / 1000, lng) }),
          ...(rate.promisedLastDay
            ? [t('pad.by', { day: formatDay(rate.promisedLastDay, lng, { weekday: false }) })]
            : []),
        ]
      : [say(clerk.post, lng)]),
    t('pad.postNumber', { number: clerk.postNumber }),
  ];
  return (
    <div className={css.officer}>
      <span className={css.portrait} aria-hidden="true">
        {[...name][0]}
      </span>
      <p>
        <strong>{line}</strong>
        <span className={css.quiet}>{facts.join(' · ')}</span>
      </p>
    </div>
  );
}
