import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { lookAtFile, removeFile } from '@shouwen/contracts/http/file.operations';
import type { AttachedFile, DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { LookReason } from '@shouwen/domain/docket/events';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../../i18n/text.ts';
import { useMe } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { NumberedChoice } from '../../shared/numbered-choice.tsx';
import docket from '../docket.module.css';
import { isPicture, mediaTypeOf } from './file-checks.ts';
import { FileLine } from './file-line.tsx';
import { FileViewer, save } from './file-viewer.tsx';
import css from './files.module.css';
import { LookDialog } from './look-dialog.tsx';
import { MaterialRow } from './material-row.tsx';
import { SendingLine } from './sending-line.tsx';
import { useOpened } from './use-opened.ts';
import { usePaste } from './use-paste.ts';
import { useUploads } from './use-uploads.ts';

type Asking =
  | { what: 'reason'; file: AttachedFile }
  | { what: 'remove'; file: AttachedFile }
  | { what: 'where'; files: File[] }
  | { what: 'view'; id: string };

/** The checklist of a case with its files: attach by button, drop or paste; open with a reason; remove, which asks once. */
export function MaterialsCard({ file, catalogue }: { file: DocketFile; catalogue: PublicCatalogue }) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { opened, keep, forget } = useOpened();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [opening, setOpening] = useState<{ id: string | null; error: Error | null }>({ id: null, error: null });
  const remove = useCommand(removeFile);
  const { hallId } = me;
  const caseId = file.caseId ?? '';
  const may = (action: DocketFile['dataActions'][number]['action']) =>
    file.dataActions.some((one) => one.action === action && one.refused === undefined);
  const uploads = useUploads({
    hallId,
    caseId,
    contactId: file.contactId,
    settings: catalogue.hall.files,
    onAttached: (id, attached) => keep(id, attached.name, attached),
  });
  const mayAttach = may('attach-file');
  usePaste(
    mayAttach
      ? (files, material) => (material ? uploads.add(material, files) : setAsking({ what: 'where', files }))
      : undefined,
  );

  const show = (one: AttachedFile, now = opened[one.id]) => {
    if (!now) return setAsking({ what: 'reason', file: one });
    if (isPicture(one.type)) return setAsking({ what: 'view', id: one.id });
    save(now);
  };
  const open = async (one: AttachedFile, reason: LookReason) => {
    setAsking(null);
    setOpening({ id: one.id, error: null });
    try {
      const params = { hallId, caseId, fileId: one.id };
      const { name, content } = await api.receive(lookAtFile, { params, body: { reason } });
      show(one, keep(one.id, name, content.slice(0, content.size, mediaTypeOf(one.type))));
      setOpening({ id: null, error: null });
    } catch (error) {
      setOpening({ id: null, error: error as Error });
    }
    void queries.invalidateQueries({ queryKey: ['docket', hallId, 'file', file.contactId] });
  };
  const drop = async (one: AttachedFile) => {
    setAsking(null);
    const answer = await remove.run({ params: { hallId, caseId, fileId: one.id } });
    if (!answer) return;
    forget(one.id);
    queries.setQueryData(['docket', hallId, 'file', file.contactId], answer);
  };
  return (
    <Card labelledBy="materials">
      <div className={docket.head}>
        <h2 id="materials">{t('docket.materials')}</h2>
        {mayAttach && <span className={docket.quiet}>{t('docket.files.hint')}</span>}
      </div>
      <Failure error={opening.error ?? remove.error} />
      <ul className={css.materials}>
        {file.materials.map((material) => (
          <MaterialRow
            key={material.id}
            material={material}
            {...(mayAttach && { onFiles: (files: File[]) => uploads.add(material.id, files) })}
          >
            <ul className={css.files}>
              {file.files
                .filter((one) => one.material === material.id)
                .map((one, index) => (
                  <FileLine
                    key={one.id}
                    file={one}
                    n={index + 1}
                    material={say(material.name, lng)}
                    opened={opened[one.id]}
                    timeZone={catalogue.hall.timeZone}
                    busy={opening.id === one.id}
                    {...(may('look-at-file') && { onOpen: () => show(one) })}
                    {...(may('remove-file') && { onRemove: () => setAsking({ what: 'remove', file: one }) })}
                  />
                ))}
              {uploads.sending
                .filter((one) => one.material === material.id)
                .map((one) => (
                  <SendingLine key={one.key} one={one} onDismiss={() => uploads.dismiss(one.key)} />
                ))}
            </ul>
          </MaterialRow>
        ))}
      </ul>
      {asking?.what === 'reason' && (
        <LookDialog onClose={() => setAsking(null)} onChoose={(reason) => void open(asking.file, reason)} />
      )}
      {asking?.what === 'view' && opened[asking.id] && (
        <FileViewer opened={opened[asking.id]!} onClose={() => setAsking(null)} />
      )}
      <Dialog
        open={asking?.what === 'remove'}
        onClose={() => setAsking(null)}
        title={t('docket.files.removeAsk')}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t('docket.cancel')}</Button>
            <Button kind="primary" tone="danger" onClick={() => asking?.what === 'remove' && void drop(asking.file)}>
              {t('docket.files.removeYes')}
            </Button>
          </>
        }
      >
        {t('docket.files.removeHint')}
      </Dialog>
      <Dialog
        open={asking?.what === 'where'}
        onClose={() => setAsking(null)}
        title={t('docket.files.where', { count: asking?.what === 'where' ? asking.files.length : 0 })}
      >
        <NumberedChoice
          of={file.materials.map(({ id, name }) => ({ id, label: say(name, lng) }))}
          onChoose={(material) => {
            if (asking?.what === 'where') uploads.add(material, asking.files);
            setAsking(null);
          }}
        />
      </Dialog>
    </Card>
  );
}
