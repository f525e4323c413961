import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { ApiError } from '@shouwen/client/http';
import { ERRORS } from '@shouwen/contracts/errors';
import { issueTicket } from '@shouwen/contracts/http/queue.operations';
import { DECLARED_HEAD_STARTS } from '@shouwen/domain/queue/head-start';
import { Banner } from '@shouwen/ui/banner';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { WaitRangeText } from '@shouwen/ui/wait-range-text';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import { MatterRecord } from '../progress/matter-record.tsx';
import { BookTomorrow } from './book-tomorrow.tsx';
import css from './kiosk.module.css';
import type { PageProps } from './shared-props.ts';

type Declared = (typeof DECLARED_HEAD_STARTS)[number];

/** Before taking a number: what to bring, how many are before, how long, what was promised, and who goes first. */
export function MatterPage(props: PageProps & { queueId: string; matterId: string | null }) {
  const { hallId, catalogue, board, queueId, matterId, onPage, onHome } = props;
  const { t, lng } = useText();
  const [headStart, setHeadStart] = useState<Declared | null>(null);
  const take = useCommand(issueTicket);
  const matter = catalogue.matters.find(({ id }) => id === matterId);
  const queue = board.queues.find(({ id }) => id === queueId);
  const name = matter?.name ?? catalogue.queues.find(({ id }) => id === queueId)?.name;
  const press = async () => {
    const slip = await take.run({ params: { hallId }, body: { queueId, matterId, headStart } });
    if (slip) onPage({ name: 'ticket', slip });
  };
  return (
    <>
      <h1 className={css.title}>{name && say(name, lng)}</h1>
      {matter && (
        <Card size="kiosk" as="section">
          <h2>{t('matter.bring')}</h2>
          {matter.guide.materials.length === 0 && <p>{t('matter.noMaterials')}</p>}
          <ul className={css.materials}>
            {matter.guide.materials.map((material) => (
              <li key={material.id}>{say(material.name, lng)}</li>
            ))}
          </ul>
          {matter.guide.materials.length > 0 && <p className={css.hint}>{t('matter.missing')}</p>}
          <p className={css.promise}>
            <strong>{t('matter.promise')}</strong>{' '}
            {matter.promisedDays === null
              ? t('matter.immediate')
              : t('matter.promised', { legal: matter.legalDays ?? 0, promised: matter.promisedDays })}
          </p>
          <p className={css.promise}>
            <strong>{t('matter.fee')}</strong> {say(matter.guide.fee, lng)}
          </p>
          <MatterRecord hallId={hallId} matterId={matter.id} />
        </Card>
      )}
      {queue?.issuing === null && (
        <Card size="kiosk" as="section">
          <p className={css.wait}>
            <span>
              <BoldText text={t('matter.ahead', { count: queue.waiting })} />
            </span>
            <span>
              {queue.range && t('matter.wait')} <strong>{<WaitRangeText wait={queue.range} />}</strong>
            </span>
          </p>
          <h2>{t('matter.priority')}</h2>
          <div className={css.priorities}>
            {DECLARED_HEAD_STARTS.map((one) => (
              <Button
                key={one}
                kind="plain"
                size="kiosk"
                wide
                pressed={headStart === one}
                onClick={() => setHeadStart(headStart === one ? null : one)}
              >
                {t(`matter.${one}`)}
              </Button>
            ))}
          </div>
        </Card>
      )}
      {queue && queue.issuing !== null && queue.issuing.refused !== 'day-closed' && (
        <BookTomorrow {...props} refused={queue.issuing.refused} />
      )}
      {queue?.issuing?.refused === 'day-closed' && (
        <Banner size="kiosk" kind="closed" title={ERRORS['day-closed'][lng === 'en' ? 'en' : 'zh']} />
      )}
      {take.error && (
        <Banner
          kind="error"
          title={take.error instanceof ApiError ? take.error.message : t('shared.offline')}
          {...(take.error instanceof ApiError ? { quote: take.error.problem.instance } : {})}
        />
      )}
      <div className={css.push} />
      <div className={css.actions}>
        <Button kind="plain" size="kiosk" onClick={onHome} before="←">
          {t('shared.back')}
        </Button>
        {queue?.issuing === null && (
          <Button kind="primary" size="kiosk" wide busy={take.pending} onClick={() => void press()}>
            {t('matter.take')}
          </Button>
        )}
      </div>
    </>
  );
}
