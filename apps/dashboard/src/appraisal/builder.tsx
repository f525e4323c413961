import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import { QUESTION_KINDS, questionnaireState } from '@shouwen/domain/questionnaire/questionnaire';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useRefresh } from '../catalogue/use-settings.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './appraisal.module.css';
import { draftFault, moved, newQuestion, ofKind, savedOf, type DraftFault, type Question } from './draft.ts';
import { HeadFields } from './head-fields.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { BOARD } from './questionnaires-board.tsx';

interface Props {
  catalogue: PublicCatalogue;
  today: string;
  start: Questionnaire;
  /** What stands in the catalogue; left out for a new one. */
  saved?: Questionnaire;
}

/** The builder: questions added, moved and taken out beside the sheet as it will be read; published, the questions stand. */
export function Builder({ catalogue, today, start, saved }: Props) {
  const me = useMe();
  const { t } = useText();
  const refresh = useRefresh();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(start);
  // Somebody may change the catalogue meanwhile: what this draft began from is what it is measured against.
  const [basedOn] = useState(catalogue.seq);
  const [asking, setAsking] = useState<'publish' | 'delete' | null>(null);
  const save = useCommand(changeCatalogue);
  const frozen = saved !== undefined && questionnaireState(saved, today) !== 'draft';
  const fault = draftFault(draft);
  const setQuestions = (questions: Question[]) => setDraft({ ...draft, questions });
  const keep = async (item: Questionnaire | null) => {
    setAsking(null);
    const change = { kind: 'questionnaire' as const, id: draft.id, item: item && { ...savedOf(item) } };
    if (!(await save.run({ params: { hallId: me.hallId }, body: { changes: [change], basedOn } }))) return;
    await refresh();
    navigate(BOARD);
  };
  const published = { ...draft, from: today };
  return (
    <>
      <div className={css.row}>
        <h2 className={css.grow}>{t(saved ? (frozen ? 'appraisal.editTimes' : 'appraisal.edit') : 'appraisal.new')}</h2>
        <Button href={BOARD}>{t('appraisal.back')}</Button>
      </div>
      {frozen && <Banner kind="info" title={t('appraisal.frozen')} />}
      <div className={css.two}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (fault === null) void keep(draft);
          }}
        >
          <HeadFields draft={draft} today={today} frozen={frozen} onChange={setDraft} />
          {!frozen && (
            <>
              <ol className={css.list} role="list">
                {draft.questions.map((question, index) => (
                  <QuestionEditor
                    key={question.id}
                    question={question}
                    number={index + 1}
                    last={index === draft.questions.length - 1}
                    onChange={(next) => setQuestions(draft.questions.with(index, next))}
                    onMove={(step) => setQuestions(moved(draft.questions, index, step))}
                    onRemove={() => setQuestions(draft.questions.toSpliced(index, 1))}
                  />
                ))}
              </ol>
              <div className={css.row} role="group" aria-label={t('appraisal.add')}>
                <span>{t('appraisal.add')}</span>
                {QUESTION_KINDS.map((kind) => (
                  <Button
                    key={kind}
                    disabled={draft.questions.length >= 40}
                    onClick={() => setQuestions([...draft.questions, added(kind, draft.questions)])}
                  >
                    {t(`appraisal.kinds.${kind}`)}
                  </Button>
                ))}
              </div>
            </>
          )}
          <div aria-live="polite">{fault && <p className={css.wrong}>{faultSentence(fault, t)}</p>}</div>
          <Failure error={save.error} />
          <div className={css.row}>
            <Button type="submit" kind={frozen ? 'primary' : 'plain'} busy={save.pending} disabled={fault !== null}>
              {t(frozen ? 'appraisal.save' : 'appraisal.saveDraft')}
            </Button>
            {!frozen && (
              <Button
                kind="primary"
                disabled={draftFault(published) !== null}
                busy={save.pending}
                onClick={() => setAsking('publish')}
              >
                {t('appraisal.publish')}
              </Button>
            )}
            {saved && !frozen && (
              <Button kind="quiet" tone="danger" onClick={() => setAsking('delete')}>
                {t('appraisal.delete')}
              </Button>
            )}
          </div>
        </form>
        <section className={css.side} aria-labelledby="preview">
          <h2 id="preview">{t('appraisal.preview')}</h2>
          <PaperSheet questionnaire={savedOf(draft)} catalogue={catalogue} />
        </section>
      </div>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking === 'delete' ? 'appraisal.deleteAsk' : 'appraisal.publishAsk')}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t('appraisal.cancel')}</Button>
            {asking === 'delete' ? (
              <Button kind="primary" tone="danger" onClick={() => void keep(null)}>
                {t('appraisal.delete')}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => void keep(published)}>
                {t('appraisal.publishYes')}
              </Button>
            )}
          </>
        }
      >
        {t(asking === 'delete' ? 'appraisal.deleteHint' : 'appraisal.publishHint')}
      </Dialog>
    </>
  );
}

function added(kind: Question['kind'], questions: readonly Question[]): Question {
  return ofKind(
    newQuestion(
      kind,
      questions.map(({ id }) => id),
    ),
    kind,
  );
}

function faultSentence(fault: DraftFault, t: ReturnType<typeof useText>['t']): string {
  return t(`appraisal.faults.${fault.at}`, { number: 'number' in fault ? fault.number : 0 });
}
