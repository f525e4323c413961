import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { SavedList } from '../catalogue/saved-list.tsx';
import css from './appraisal.module.css';
import { QuestionnaireCard } from './questionnaire-card.tsx';
import { BOARD } from './questionnaires-board.tsx';
import { offeredTo } from './roles.ts';

/** Every questionnaire, the newest first, with where it stands and what came in. */
export function QuestionnaireList({ catalogue, today }: { catalogue: PublicCatalogue; today: string }) {
  const me = useMe();
  const { t } = useText();
  const { builds, reads } = offeredTo(me.role);
  const all = catalogue.questionnaires.toSorted((a, b) => b.from.localeCompare(a.from) || b.id.localeCompare(a.id));
  const [latest] = all;
  return (
    <>
      {builds && (
        <div className={css.row}>
          <Button kind="primary" href={`${BOARD}?do=new`}>
            {t('appraisal.new')}
          </Button>
          {latest && <Button href={`${BOARD}?do=copy&id=${latest.id}`}>{t('appraisal.copyLast')}</Button>}
        </div>
      )}
      {all.length === 0 ? (
        <EmptyState title={t('appraisal.empty')}>
          {t(builds ? 'appraisal.emptyBuilds' : 'appraisal.emptyHint')}
        </EmptyState>
      ) : (
        <ul className={css.list} role="list">
          {all.map((questionnaire) => (
            <QuestionnaireCard
              key={questionnaire.id}
              questionnaire={questionnaire}
              catalogue={catalogue}
              today={today}
            />
          ))}
        </ul>
      )}
      {reads && <SavedList kinds={['questionnaire']} catalogue={catalogue} may={builds} />}
    </>
  );
}
