import { say } from '@shouwen/client/names';
import { noticeState, type Notice } from '@shouwen/contracts/catalogue/notice.schema';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { useText } from '../../i18n/text.ts';
import settings from '../settings.module.css';
import css from './notices.module.css';

const TONES = { planned: 'soon', shown: 'good', ended: 'neutral', withdrawn: 'explained' } as const satisfies Record<
  string,
  Tone
>;

interface Props {
  notices: readonly Notice[];
  today: string;
  /** How often each was read, by its id. */
  reads: ReadonlyMap<string, number>;
  may: boolean;
  onEdit: (notice: Notice) => void;
  onWithdraw: (notice: Notice) => void;
}

/** Notices with their column, state and time; what is over can still be read. */
export function NoticeTable({ notices, today, reads, may, onEdit, onWithdraw }: Props) {
  const { t, lng } = useText();
  const day = (value: string) => formatDay(value, lng, { weekday: false, year: true });
  return (
    <ul className={css.list} role="list">
      {notices.map((notice) => {
        const { id, column, text, band, from, until, withdrawn } = notice;
        const state = noticeState(notice, today);
        const line = say(text, lng);
        return (
          <li key={id}>
            <div className={css.words}>
              <strong>{line}</strong>
              <p className={settings.quiet}>
                {t(`notices.columns.${column}`)} ·{' '}
                {until
                  ? t('notices.period', { from: day(from), until: day(until) })
                  : t('notices.since', { from: day(from) })}
                {band && ` · ${t('notices.onBand')}`}
                {state !== 'planned' && ` · ${t('notices.reads', { count: reads.get(id) ?? 0 })}`}
              </p>
              {withdrawn && (
                <p>{t('notices.withdrawnOn', { day: day(withdrawn.day), reason: say(withdrawn.reason, lng) })}</p>
              )}
            </div>
            <Pill tone={TONES[state]} shape>
              {t(`notices.states.${state}`)}
            </Pill>
            {may && withdrawn === null && (
              <div className={css.buttons}>
                <Button label={t('notices.editFor', { text: line })} onClick={() => onEdit(notice)}>
                  {t('notices.edit')}
                </Button>
                {state === 'shown' && (
                  <Button
                    kind="quiet"
                    tone="danger"
                    label={t('notices.withdrawFor', { text: line })}
                    onClick={() => onWithdraw(notice)}
                  >
                    {t('notices.withdraw')}
                  </Button>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
