import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { personName, say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { lookAtPhotograph } from '@shouwen/contracts/http/inspection.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { OrderView } from '@shouwen/contracts/views/petition.schema';
import { Card } from '@shouwen/ui/card';
import { formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import voices from '../opinions/voices.module.css';
import { useMe } from '../session/session.tsx';
import css from './oversight.module.css';
import { PhotoField } from './photo-field.tsx';
import { usePhotos } from './use-photos.ts';

interface Props {
  file: DocketFile;
  order: OrderView;
  catalogue: PublicCatalogue;
}

/** The order behind a file: what was found or asked, with its photographs, and where it stands. */
export function OrderCard({ file, order, catalogue }: Props) {
  const { t, lng } = useText();
  const photos = usePhotos();
  const said = file.story.find(({ kind }) => kind === 'order-given')?.words;
  const { cause, dueBy, days, reported, again, checkedBy, windowId, point } = order;
  const places = catalogue.checklists.flatMap(({ points }) => points);
  const place = places.findLast(({ id }) => id === point);
  const facts: readonly (readonly [string, string])[] = [
    ...(place ? [[t('oversight.facts.point'), say(place.name, lng)] as const] : []),
    ...(windowId ? [[t('oversight.facts.window'), windowName(catalogue, windowId, lng)] as const] : []),
    [t('oversight.facts.givenBy'), personName(order.givenBy, lng)],
    ...(dueBy
      ? [
          [
            t('oversight.facts.due'),
            `${formatDay(dueBy, lng)} · ${t('oversight.facts.days', { count: days })}`,
          ] as const,
        ]
      : []),
    ...(reported
      ? [
          [
            t('oversight.facts.reported'),
            [
              formatDay(reported.day, lng),
              personName(reported.by, lng),
              ...(reported.late ? [t('oversight.facts.late')] : []),
            ].join(' · '),
          ] as const,
        ]
      : []),
    ...(again > 0 ? [[t('oversight.facts.sentBack'), t('oversight.facts.again', { count: again })] as const] : []),
    ...(checkedBy ? [[t('oversight.facts.checkedBy'), personName(checkedBy, lng)] as const] : []),
  ];
  return (
    <Card labelledBy="order">
      <h2 id="order">{t(`oversight.order.${cause}`)}</h2>
      <p className={voices.said}>{said ?? t('oversight.erased')}</p>
      {order.photos.length > 0 && (
        <ul className={css.photos}>
          {order.photos.map(({ id, at, by }, n) => (
            <li key={id}>
              <Photo
                contactId={file.contactId}
                fileId={id}
                alt={t('oversight.photoOf', {
                  n: n + 1,
                  name: personName(by, lng),
                  time: formatDateTime(at, catalogue.hall.timeZone, lng),
                })}
              />
            </li>
          ))}
        </ul>
      )}
      {order.state !== 'closed' && (
        <PhotoField
          label={t('oversight.addPhoto')}
          {...(photos.error && { note: photos.error })}
          onPhotos={(taken) => void photos.send(file.contactId, taken)}
        />
      )}
      <dl className={voices.facts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** A photograph, in the memory of this page only; it goes when the page is left. */
function Photo({ contactId, fileId, alt }: { contactId: string; fileId: string; alt: string }) {
  const me = useMe();
  const api = useApi();
  const [url, setUrl] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['photograph', me.hallId, contactId, fileId],
    queryFn: () => api.receive(lookAtPhotograph, { params: { hallId: me.hallId, contactId, fileId } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data.content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={alt} />
    </a>
  ) : null;
}
