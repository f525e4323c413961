import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { noticeOf } from '@shouwen/client/notice';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { issueReceipt } from '@shouwen/contracts/http/progress.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import docket from '../docket.module.css';
import { pageRule, PAPERS, paperOfThisMachine, rememberPaper, type Paper } from './papers.ts';
import { Sheet } from './sheet.tsx';
import css from './sheet.module.css';

/** The paper for the citizen: receipt, notice or decision, whichever the file is at; with a fresh code each time. */
export function PrintPanel({ file }: { file: DocketFile }) {
  const me = useMe();
  const { t } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const issue = useCommand(issueReceipt);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [paper, setPaper] = useState<Paper>(paperOfThisMachine);
  const make = async () => {
    const made = await issue.run({ params: { hallId: me.hallId, contactId: file.contactId } });
    if (made) setReceipt(made);
  };
  const choose = (one: Paper) => {
    rememberPaper(one);
    setPaper(one);
  };
  return (
    <>
      <p className={docket.print}>
        <Button busy={issue.pending} onClick={() => void make()}>
          {t('docket.receipt')}
        </Button>
      </p>
      <Failure error={issue.error} />
      {receipt && catalogue && (
        <Dialog
          open
          onClose={() => setReceipt(null)}
          title={t(`docket.paper.titles.${noticeOf(receipt).kind}`)}
          actions={
            <>
              <Button onClick={() => setReceipt(null)}>{t('docket.paper.close')}</Button>
              <Button kind="primary" onClick={() => window.print()}>
                {t('docket.print')}
              </Button>
            </>
          }
        >
          <div className={css.papers} role="group" aria-label={t('docket.paper.choose')}>
            {PAPERS.map((one) => (
              <Button key={one} shape="pill" pressed={one === paper} onClick={() => choose(one)}>
                {t(`docket.paper.papers.${one}`)}
              </Button>
            ))}
          </div>
          <Sheet receipt={receipt} catalogue={catalogue} paper={paper} />
          <Printed receipt={receipt} catalogue={catalogue} paper={paper} />
        </Dialog>
      )}
    </>
  );
}

/** The copy that the printer gets, beside the page; a roll's page is as long as it is. */
function Printed(props: { receipt: Receipt; catalogue: PublicCatalogue; paper: Paper }) {
  const { paper } = props;
  const copy = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => setHeight(copy.current?.getBoundingClientRect().height ?? 0), [props.receipt, paper]);
  return createPortal(
    <div ref={copy} className={css.printed} data-printed data-paper={paper} aria-hidden="true">
      <style>{pageRule(paper, height)}</style>
      <Sheet {...props} />
    </div>,
    document.body,
  );
}
