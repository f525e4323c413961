import { matterName, personName, say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { usePhoto } from '@shouwen/client/react/photo';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { viewPadPhoto } from '@shouwen/contracts/http/photo.operations';
import type { PadView } from '@shouwen/contracts/views/rating.schema';
import { Portrait } from '@shouwen/ui/portrait';
import { formatDay, formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './pad.module.css';

interface Props {
  view: PadView;
  rate: PadView['rate'];
  catalogue: PublicCatalogue;
}

/** Who serves or served, with post number and photograph; the initial where the hall keeps none. */
export function Officer({ view, rate, catalogue }: Props) {
  const { t, lng } = useText();
  const api = useApi();
  const clerk = rate?.clerk ?? view.clerk;
  const photo = usePhoto(clerk?.photoId ?? null, (photoId) =>
    api.receive(viewPadPhoto, { params: { hallId: view.hallId, photoId } }),
  );
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
      <Portrait name={name} photo={photo} size="kiosk" />
      <p>
        <strong>{line}</strong>
        <span className={css.quiet}>{facts.join(' · ')}</span>
      </p>
    </div>
  );
}
