import { Link, useParams } from 'wouter';
import type { Me } from '@shouwen/contracts/http/access.operations';
import { useDocketHall, useDocketNow } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { QuestionnairesBoard } from '../appraisal/questionnaires-board.tsx';
import { DisclosureBoard } from './disclosure-board.tsx';
import { EnquiryBoard } from './enquiry-board.tsx';
import { OpinionBoard } from './opinion-board.tsx';
import { RegisterVoice } from './register-voice.tsx';
import css from './voices.module.css';

const TABS = {
  opinions: OpinionBoard,
  enquiries: EnquiryBoard,
  disclosures: DisclosureBoard,
  questionnaires: QuestionnairesBoard,
  register: RegisterVoice,
};
type Tab = keyof typeof TABS;

const OVERSEES: readonly Tab[] = ['opinions', 'enquiries', 'disclosures', 'questionnaires'];
/** What of it a role works with; what it may really see is the server's decision alone. */
const TABS_OF: Record<Me['role'], readonly Tab[]> = {
  clerk: ['register'],
  guide: ['enquiries', 'questionnaires', 'register'],
  supervisor: [...OVERSEES, 'register'],
  director: [...OVERSEES, 'register'],
  administrator: OVERSEES,
  auditor: OVERSEES,
};

/** Every other voice: opinions by where they came from, enquiries by channel, requests for disclosure, questionnaires. */
export default function VoicesScreen() {
  const me = useMe();
  const { t } = useText();
  const hall = useDocketHall();
  const now = useDocketNow(hall);
  const { tab } = useParams<{ tab?: string }>();
  const tabs = TABS_OF[me.role];
  const shown = tabs.find((one) => one === tab) ?? tabs[0]!;
  const Board = TABS[shown];
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>{t('voices.title')}</h1>
          <p className={css.quiet}>{t(`voices.hints.${shown}`)}</p>
        </header>
        {tabs.length > 1 && (
          <nav className={css.tabs} aria-label={t('voices.title')}>
            {tabs.map((one) => (
              <Link key={one} href={`/dashboard/voices/${one}`} aria-current={one === shown ? 'page' : undefined}>
                {t(`voices.tabs.${one}`)}
              </Link>
            ))}
          </nav>
        )}
        {hall.board && <Board today={hall.board.day} now={now} />}
      </main>
    </Shell>
  );
}
