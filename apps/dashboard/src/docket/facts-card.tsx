import { personName } from '@shouwen/client/names';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { placesOf } from '../shell/places.ts';
import css from './docket.module.css';

/** What is known of it besides its clock: how the citizen came, through whose hands it went. */
export function FactsCard({ file }: { file: DocketFile }) {
  const me = useMe();
  const { t, lng } = useText();
  const { ticketId, extension } = file;
  const number = ticketId?.slice(ticketId.indexOf('.') + 1);
  const mayRead = placesOf(me).includes('log');
  const facts: [string, ReactNode][] = [
    [
      t('docket.cameBy'),
      <>
        {t(`docket.channels.${file.channel}`)} · {formatDay(file.receivedDay, lng)}
        {ticketId && (
          <>
            {' · '}
            {mayRead ? <Link href={`/dashboard/log?subject=ticket:${ticketId}`}>{number}</Link> : number}
          </>
        )}
      </>,
    ],
    ...(file.kind ? [[t('docket.kindOfCase'), t(`docket.caseKinds.${file.kind}`)] as [string, ReactNode]] : []),
    [t('docket.line'), file.line.map((one) => personName(one, lng)).join(' → ')],
    ...(file.caseId
      ? [[t('docket.visits'), t('docket.visitsCount', { count: file.visits })] as [string, ReactNode]]
      : []),
    ...(file.missingBy ? [[t('docket.missingBy'), formatDay(file.missingBy, lng)] as [string, ReactNode]] : []),
    ...(extension
      ? [
          [
            t('docket.extension'),
            extension.approvedBy
              ? t('docket.extensionApproved', { count: extension.days, name: personName(extension.approvedBy, lng) })
              : t('docket.extensionWaits', { count: extension.days, name: personName(extension.askedBy, lng) }),
          ] as [string, ReactNode],
        ]
      : []),
  ];
  return (
    <Card labelledBy="facts">
      <h2 id="facts">{t('docket.facts')}</h2>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
