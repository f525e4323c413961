import { useSearchParams } from 'wouter';
import { useCatalogue } from '@shouwen/client/react/hall';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Builder } from './builder.tsx';
import { CodesPage } from './codes-page.tsx';
import { copyOf, draftOf, emptyDraft } from './draft.ts';
import { PaperPage } from './paper-page.tsx';
import { QuestionnaireList } from './questionnaire-list.tsx';
import { ResultsPage } from './results-page.tsx';
import { offeredTo } from './roles.ts';

export const BOARD = '/dashboard/voices/questionnaires';

/** Questionnaires of the open-door appraisal (开门评议): the list, and what is done with one of them; both stand in the address. */
export function QuestionnairesBoard({ today }: { today: string }) {
  const me = useMe();
  const { t } = useText();
  const [search] = useSearchParams();
  const { data: catalogue } = useCatalogue(me.hallId);
  if (!catalogue) return <Opening />;
  const what = search.get('do');
  const { builds, enters, reads } = offeredTo(me.role);
  const { questionnaires } = catalogue;
  const taken = questionnaires.map(({ id }) => id);
  const one = questionnaires.find(({ id }) => id === search.get('id'));
  if (what === 'new' && builds) return <Builder catalogue={catalogue} today={today} start={emptyDraft(today, taken)} />;
  if (what === null) return <QuestionnaireList catalogue={catalogue} today={today} />;
  if (!one) {
    return (
      <EmptyState title={t('appraisal.notThere')} action={<a href={BOARD}>{t('appraisal.back')}</a>}>
        {t('appraisal.notThereHint')}
      </EmptyState>
    );
  }
  const page = { catalogue, questionnaire: one, today };
  if (what === 'copy' && builds)
    return <Builder key={`copy ${one.id}`} catalogue={catalogue} today={today} start={copyOf(one, today, taken)} />;
  if (what === 'edit' && builds)
    return <Builder key={one.id} catalogue={catalogue} today={today} start={draftOf(one)} saved={one} />;
  if (what === 'codes' && enters) return <CodesPage {...page} />;
  if (what === 'paper' && enters) return <PaperPage key={one.id} {...page} />;
  if (what === 'results' && reads) return <ResultsPage {...page} />;
  return <QuestionnaireList catalogue={catalogue} today={today} />;
}
