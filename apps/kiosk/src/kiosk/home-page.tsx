import { useState } from 'react';
import type { PublicCatalogue, Department } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { PublicBoard, PublicQueue } from '@shouwen/contracts/views/board.schema';
import { Banner } from '@shouwen/ui/banner';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { CardButton } from '@shouwen/ui/card';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { WaitRangeText } from '@shouwen/ui/wait-range-text';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import { FaqList } from '../say/often-asked.tsx';
import { bandOf } from '../notices/band.ts';
import { Keys, LETTER_ROWS, typed } from './keys.tsx';
import css from './kiosk.module.css';
import { MatterList } from './matters-page.tsx';
import type { PageProps } from './shared-props.ts';
import { useSearch } from '@shouwen/client/react/search';

const queuesOf = (department: Department, catalogue: PublicCatalogue, board: PublicBoard): PublicQueue[] =>
  board.queues.filter(({ id }) => catalogue.queues.find((queue) => queue.id === id)?.departmentId === department.id);

/** “您要办什么?” — a department, a search, or the guide desk. */
export function HomePage(props: PageProps) {
  const { catalogue, board, onPage } = props;
  const { t, lng } = useText();
  const [query, setQuery] = useState('');
  const [typing, setTyping] = useState(false);
  const found = useSearch(query, catalogue);
  const closed =
    board.open === null || board.dayClosed || board.queues.every(({ issuing }) => issuing?.refused === 'hall-closed');
  const [notice] = bandOf(catalogue, board.day);
  const opensAt = board.nextOpening?.from;
  return (
    <>
      <h1 className={css.title}>{t('home.title')}</h1>
      <p className={css.hint}>{t('home.hint')}</p>
      {closed && (
        <Banner size="kiosk" kind="closed" title={t('home.closed')}>
          {opensAt !== undefined &&
            t('home.closedUntil', { time: formatDateTime(opensAt, catalogue.hall.timeZone, lng) })}
        </Banner>
      )}
      <input
        className={css.search}
        type="search"
        aria-label={t('home.hint')}
        placeholder={t('home.search')}
        value={query}
        maxLength={40}
        inputMode="none"
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
        onFocus={() => setTyping(true)}
      />
      {typing && (
        <section className={css.keyboard} aria-label={t('home.keyboard')}>
          {LETTER_ROWS.map((row) => (
            <Keys key={row[0]} of={row} layout="letters" onPress={(key) => setQuery((before) => typed(before, key))} />
          ))}
          <div className={css.keyboardFoot}>
            <span>{t('home.keyboardHint')}</span>
            <Button
              kind="plain"
              size="kiosk"
              onClick={() => {
                setQuery('');
                setTyping(false);
              }}
            >
              {t('shared.close')}
            </Button>
          </div>
        </section>
      )}
      {found !== null ? (
        <>
          {found.faqIds.length > 0 && <FaqList catalogue={catalogue} ids={found.faqIds} size="kiosk" />}
          {(found.matterIds.length > 0 || found.faqIds.length === 0) && (
            <MatterList {...props} matterIds={found.matterIds} query={query} />
          )}
        </>
      ) : (
        <div className={css.departments}>
          {catalogue.departments.map((department) => {
            const queues = queuesOf(department, catalogue, board);
            const [queue] = queues;
            const full = queues.length > 0 && queues.every(({ issuing }) => issuing !== null);
            return (
              <CardButton
                key={department.id}
                size="kiosk"
                tone={full ? 'stone' : 'plain'}
                onClick={() => onPage({ name: 'matters', departmentId: department.id })}
              >
                <span className={css.departmentCard}>
                  <span className={css.department}>{say(department.short, lng)}</span>
                  <span className={css.departmentHint}>{say(department.hint, lng)}</span>
                  {full && !closed ? (
                    <span className={css.full}>
                      <Pill tone="soon" size="kiosk">
                        {t('home.full')}
                      </Pill>
                    </span>
                  ) : (
                    <span className={css.departmentState}>
                      <span>
                        <BoldText
                          text={t('home.waiting', { count: queues.reduce((sum, one) => sum + one.waiting, 0) })}
                        />
                      </span>
                      <span>{queue && <WaitRangeText wait={queue.range} />}</span>
                    </span>
                  )}
                </span>
              </CardButton>
            );
          })}
        </div>
      )}
      <div className={css.push} />
      {notice && (
        <p className={css.notice}>
          {t('display.notice')} | {say(notice.text, lng)}
        </p>
      )}
      <Button
        kind="primary"
        size="kiosk"
        wide
        after="→"
        onClick={() => onPage({ name: 'matter', queueId: 'guide', matterId: null })}
      >
        {t('home.unsure')}
      </Button>
      <div className={css.row}>
        <Button kind="plain" size="kiosk" wide onClick={() => onPage({ name: 'find', what: 'appointment' })}>
          {t('home.appointment')}
        </Button>
        <Button kind="plain" size="kiosk" wide onClick={() => onPage({ name: 'find', what: 'missed' })}>
          {t('home.missed')}
        </Button>
        <Button kind="plain" size="kiosk" wide onClick={() => onPage({ name: 'progress' })}>
          {t('home.progress')}
        </Button>
        <Button kind="plain" size="kiosk" wide onClick={() => onPage({ name: 'say' })}>
          {t('say.atKiosk')}
        </Button>
      </div>
    </>
  );
}
