import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { matterName, personName, say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewFile } from '@shouwen/contracts/http/docket.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Card } from '@shouwen/ui/card';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { type Say, useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { PetitionCard } from '../opinions/petition-card.tsx';
import { LoopCard } from '../ratings/loop-card.tsx';
import { Actions } from './actions.tsx';
import { CardList } from './card-list.tsx';
import { ClockBand } from './clock-band.tsx';
import css from './docket.module.css';
import { dueWords, TONE_OF } from './due-words.ts';
import { ApplicantCard } from './files/applicant-card.tsx';
import { MaterialsCard } from './files/materials-card.tsx';
import { PrintPanel } from './print/print-panel.tsx';
import { Story } from './story.tsx';
import { useDocketHall, useStaff } from './use-docket.ts';

/** What holds it, in a word: the special procedure, the missing material, the hand-over — or just where it stands. */
function headline(file: DocketFile, t: Say): string {
  const state = t(`docket.states.${file.state}`);
  const last = file.limits?.band.findLast(({ part }) => part === 'suspended');
  if (file.state === 'suspended' && last?.kind) return `${state} · ${t(`docket.kinds.${last.kind}`)}`;
  const over = file.promisedLastDay || (file.feedbackBy && file.toldAt === null) ? dueWords(file, t) : null;
  return over ? `${over} · ${state}` : state;
}

/** A case or first contact: will it be in time, what holds it, who has it — and its story. */
export default function FileScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { contactId = '' } = useParams<{ contactId: string }>();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const query = useQuery({
    queryKey: ['docket', me.hallId, 'file', contactId],
    queryFn: () => api.call(viewFile, { params: { hallId: me.hallId, contactId } }),
  });
  const file = query.data;
  if (!file || !staff.data || !catalogue) {
    return (
      <Shell hall={hall}>
        {(query.error ?? staff.error) ? <Failure error={query.error ?? staff.error} /> : <Opening />}
      </Shell>
    );
  }
  const { timeZone } = catalogue.hall;
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header className={css.head}>
          <div>
            <p className={css.quiet}>
              {file.number} ·{' '}
              {matterName(catalogue, { matterId: file.matterId, queueId: '' }, lng) ||
                t(`docket.channels.${file.channel}`)}
            </p>
            <h1>{headline(file, t)}</h1>
            {file.level && (
              <Pill tone={TONE_OF[file.level]} shape>
                {t(`docket.levels.${file.level}`)}
              </Pill>
            )}
            {file.thirdVisit && (
              <p>
                <Pill tone="broken" shape>
                  {t('docket.thirdVisit', { cause: t(`docket.thirdVisits.${file.thirdVisit.cause}`) })}
                </Pill>{' '}
                {file.thirdVisit.responsible &&
                  t('docket.thirdVisitBy', { name: personName(file.thirdVisit.responsible, lng) })}
              </p>
            )}
          </div>
          <div className={css.who}>
            <span className={css.quiet}>{t('docket.whoAnswers')}</span>
            <strong>{personName(file.answerable, lng)}</strong>
            <span>{say(file.answerable.post, lng)}</span>
            {file.actsFor && <span>{t('docket.actsFor', { name: personName(file.actsFor, lng) })}</span>}
            {file.offeredTo && <span>{t('docket.offeredTo', { name: personName(file.offeredTo, lng) })}</span>}
            <span className={css.quiet}>
              {t('docket.firstReceiver', { name: personName(file.firstReceiver, lng) })}
            </span>
          </div>
        </header>
        <Failure error={query.error} />
        {file.caseId && <Limits file={file} />}
        <div className={css.two}>
          <div className={css.side}>
            {file.materials.length > 0 && <MaterialsCard key={file.caseId} file={file} catalogue={catalogue} />}
            <Card labelledBy="story">
              <div className={css.head}>
                <h2 id="story">{t('docket.story')}</h2>
                <span className={css.quiet}>{t('docket.storyCount', { count: file.story.length })}</span>
              </div>
              <Story file={file} staff={staff.data} timeZone={timeZone} />
            </Card>
          </div>
          <div className={css.side}>
            <Card labelledBy="steps">
              <h2 id="steps">{t('docket.steps')}</h2>
              <Actions file={file} staff={staff.data} catalogue={catalogue} />
              <PrintPanel file={file} />
            </Card>
            {(file.opinion ?? file.disclosure) && <PetitionCard file={file} catalogue={catalogue} />}
            {file.loop && <LoopCard file={file} loop={file.loop} catalogue={catalogue} />}
            {file.cards.length > 0 && (
              <Card labelledBy="cards">
                <h2 id="cards">{t('docket.cards')}</h2>
                <CardList cards={file.cards} timeZone={timeZone} />
              </Card>
            )}
            <ApplicantCard key={file.contactId} file={file} />
          </div>
        </div>
      </main>
    </Shell>
  );
}

function Limits({ file }: { file: DocketFile }) {
  const { t, lng } = useText();
  const { limits } = file;
  return (
    <Card labelledBy="limits">
      <h2 id="limits">{t('docket.limits')}</h2>
      {limits ? (
        <>
          <p className={css.quiet}>
            {t('docket.accepted', { day: formatDay(limits.acceptedDay, lng), version: limits.guideVersion })}
          </p>
          <ClockBand clock={limits} />
          <p className={css.quiet}>{limits.provisional ? t('docket.provisional') : t('docket.bandHint')}</p>
        </>
      ) : (
        <p>{t('docket.notAccepted')}</p>
      )}
    </Card>
  );
}
