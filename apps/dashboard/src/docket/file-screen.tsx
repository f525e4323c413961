import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewFile } from '@shouwen/contracts/http/docket.operations';
import { Card } from '@shouwen/ui/card';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { OrderCard } from '../oversight/order-card.tsx';
import { PetitionCard } from '../opinions/petition-card.tsx';
import { LoopCard } from '../ratings/loop-card.tsx';
import { Actions } from './actions.tsx';
import { CardList } from './card-list.tsx';
import css from './docket.module.css';
import { ApplicantCard } from './files/applicant-card.tsx';
import { MaterialsCard } from './files/materials-card.tsx';
import { PrintPanel } from './print/print-panel.tsx';
import { FactsCard } from './facts-card.tsx';
import { FileHead } from './file-head.tsx';
import { LimitsCard } from './limits-card.tsx';
import { Story } from './story.tsx';
import { useDocketHall, useDocketNow, useStaff } from './use-docket.ts';

/** A case or first contact: will it be in time, what holds it, who has it — and its story. */
export default function FileScreen() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { contactId = '' } = useParams<{ contactId: string }>();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const now = useDocketNow(hall);
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
        <FileHead file={file} catalogue={catalogue} staff={staff.data} now={now} />
        <Failure error={query.error} />
        {file.caseId && <LimitsCard file={file} staff={staff.data} timeZone={timeZone} now={now} />}
        <div className={css.two}>
          <div className={css.main}>
            {file.materials.length > 0 && <MaterialsCard key={file.caseId} file={file} catalogue={catalogue} />}
            <Story file={file} staff={staff.data} timeZone={timeZone} />
          </div>
          <div className={css.side}>
            <Card labelledBy="steps">
              <h2 id="steps">{t('docket.steps')}</h2>
              <Actions file={file} staff={staff.data} catalogue={catalogue} />
              {!file.order && <PrintPanel file={file} />}
            </Card>
            {(file.opinion ?? file.disclosure) && <PetitionCard file={file} catalogue={catalogue} />}
            {file.order && <OrderCard file={file} order={file.order} catalogue={catalogue} />}
            {file.loop && <LoopCard file={file} loop={file.loop} catalogue={catalogue} />}
            {file.cards.length > 0 && (
              <Card labelledBy="cards">
                <h2 id="cards">{t('docket.cards')}</h2>
                <CardList cards={file.cards} timeZone={timeZone} />
              </Card>
            )}
            <ApplicantCard key={file.contactId} file={file} />
            {!file.order && <FactsCard file={file} />}
          </div>
        </div>
      </main>
    </Shell>
  );
}
