import { useEffect, useRef, useState } from 'react';
import { matterName, personName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { changeCatalogue, type CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import { previewCalendar } from '@shouwen/contracts/http/settings.operations';
import type { CalendarPreview } from '@shouwen/contracts/views/settings.schema';
import { Button } from '@shouwen/ui/button';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import settings from '../settings.module.css';
import css from './calendar.module.css';

interface Props {
  /** Empty: nothing to look at yet. */
  changes: CatalogueChange[];
  catalogue: PublicCatalogue;
  onSaved: (seq: number) => Promise<void>;
}

/** The way of every change of the calendar: first what it moves, then saving it. */
export function CalendarChange({ changes, catalogue, onSaved }: Props) {
  const me = useMe();
  const { t } = useText();
  const preview = useCommand(previewCalendar);
  const save = useCommand(changeCatalogue);
  const [seen, setSeen] = useState<{ of: string; found: CalendarPreview } | null>(null);
  const asked = JSON.stringify([catalogue.seq, changes]);
  const params = { hallId: me.hallId };
  const [forgetLook, forgetSave] = [preview.reset, save.reset];
  useEffect(() => {
    // Another question: what was wrong with the last one is no longer said.
    forgetLook();
    forgetSave();
  }, [asked, forgetLook, forgetSave]);
  const look = async () => {
    const found = await preview.run({ params, body: { changes } });
    if (found) setSeen({ of: asked, found });
  };
  const keep = async () => {
    const done = await save.run({ params, body: { changes, basedOn: catalogue.seq } });
    if (done) await onSaved(done.seq);
  };
  const known = seen?.of === asked ? seen.found : null;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (known) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [known]);
  return (
    <div ref={shown} className={settings.stack} aria-live="polite">
      <Failure error={preview.error ?? save.error} />
      {!known && (
        <Button wide disabled={changes.length === 0} busy={preview.pending} onClick={() => void look()}>
          {t(preview.pending ? 'settings.preview.counting' : 'settings.calendar.preview')}
        </Button>
      )}
      {known && (
        <>
          <h2>{t('settings.preview.title')}</h2>
          <Moved preview={known} catalogue={catalogue} />
          <p className={settings.quiet}>{t('settings.preview.after')}</p>
          <Button kind="primary" wide busy={save.pending} onClick={() => void keep()}>
            {t('settings.save')}
          </Button>
        </>
      )}
    </div>
  );
}

/** How many of the open cases move, and the first of them: from when to when, and who answers. */
function Moved({ preview, catalogue }: { preview: CalendarPreview; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const at = (ms: number) => formatDateTime(ms, catalogue.hall.timeZone, lng);
  const still = preview.moved + preview.confirmed + preview.warnings === 0;
  return (
    <>
      <p>{t('settings.preview.open', { count: preview.open })}</p>
      {still && <p>{t('settings.preview.none')}</p>}
      {preview.moved > 0 && <p className={css.count}>{t('settings.preview.moved', { count: preview.moved })}</p>}
      {preview.confirmed > 0 && <p>{t('settings.preview.confirmed', { count: preview.confirmed })}</p>}
      {preview.warnings > 0 && <p>{t('settings.preview.warnings', { count: preview.warnings })}</p>}
      {preview.cases.length > 0 && (
        <>
          <p className={settings.quiet}>{t('settings.preview.named', { count: preview.cases.length })}</p>
          {/* A list that scrolls is reached by the keyboard. */}
          <ul role="list" className={css.moved} tabIndex={0} aria-label={t('settings.preview.title')}>
            {preview.cases.map((one) => (
              <li key={one.caseId}>
                <span>
                  <Link href={`/dashboard/docket/${one.contactId}`}>{one.caseId}</Link> ·{' '}
                  {personName(one.answerable, lng)}
                </span>
                <span>{matterName(catalogue, { matterId: one.matterId, queueId: '' }, lng)}</span>
                {one.moves.map(({ deadline, from, to }) => (
                  <span key={deadline} className={settings.quiet}>
                    {t(`settings.preview.deadlines.${deadline}`)} {at(from)} → <strong>{at(to)}</strong>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
