import { Link, useParams } from 'wouter';
import { useDocketHall, useDocketNow } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { DayBoard } from './day-board.tsx';
import { InspectionBoard } from './inspection-board.tsx';
import { OrderBoard } from './order-board.tsx';
import css from './oversight.module.css';

export interface BoardProps {
  hall: ReturnType<typeof useDocketHall>;
  today: string;
  now: number;
  /** Plans and gives orders; auditors only look. */
  leads: boolean;
}

const TABS = { day: DayBoard, inspections: InspectionBoard, orders: OrderBoard };
const NAMES = Object.keys(TABS) as (keyof typeof TABS)[];

/** The supervisor's work: inspections with what they found, and orders with their day. */
export default function OversightScreen() {
  const me = useMe();
  const { t } = useText();
  const hall = useDocketHall();
  const now = useDocketNow(hall);
  const { tab } = useParams<{ tab?: string }>();
  const shown = NAMES.find((one) => one === tab) ?? NAMES[0]!;
  const Board = TABS[shown];
  const leads = me.role === 'supervisor' || me.role === 'director';
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>{t('oversight.title')}</h1>
          <p className={css.quiet}>{t(`oversight.hints.${shown}`)}</p>
        </header>
        <nav className={css.tabs} aria-label={t('oversight.title')}>
          {NAMES.map((one) => (
            <Link key={one} href={`/dashboard/oversight/${one}`} aria-current={one === shown ? 'page' : undefined}>
              {t(`oversight.tabs.${one}`)}
            </Link>
          ))}
        </nav>
        {hall.board && <Board hall={hall} today={hall.board.day} now={now} leads={leads} />}
      </main>
    </Shell>
  );
}
