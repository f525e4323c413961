import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { findAtPoint } from '@shouwen/contracts/http/inspection.operations';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import docket from '../docket/docket.module.css';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { GivenFields, givenIn } from './given-fields.tsx';
import css from './oversight.module.css';
import { PhotoField } from './photo-field.tsx';
import { usePhotos } from './use-photos.ts';

interface Props {
  inspectionId: string;
  point: { id: string; name: string };
  catalogue: PublicCatalogue | undefined;
  staff: readonly Staff[];
  onClose: () => void;
}

/** A finding: what was seen, photographs, who puts it right, by when. Photographs that do not go through are not lost with it. */
export function FindingDialog({ inspectionId, point, catalogue, staff, onClose }: Props) {
  const me = useMe();
  const { t } = useText();
  const queries = useQueryClient();
  const find = useCommand(findAtPoint);
  const photos = usePhotos();
  const [taken, setTaken] = useState<readonly File[]>([]);
  const [recorded, setRecorded] = useState<string | null>(null);
  const sendPhotos = async (contactId: string) => {
    const left = await photos.send(contactId, taken);
    setTaken(left);
    if (left.length === 0) onClose();
  };
  const save = async (form: FormData) => {
    const params = { hallId: me.hallId, inspectionId, point: point.id };
    const answer = await find.run({ params, body: givenIn(form) });
    if (!answer) return;
    void queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
    setRecorded(answer.contactId);
    await sendPhotos(answer.contactId);
  };
  return (
    <Dialog open onClose={onClose} title={t('oversight.findingAt', { point: point.name })} actions={<></>}>
      {recorded !== null && photos.error ? (
        <div className={css.stack}>
          <p role="alert">{t('oversight.photosMissing', { reason: photos.error })}</p>
          <Button kind="primary" wide busy={photos.busy} onClick={() => void sendPhotos(recorded)}>
            {t('oversight.again')}
          </Button>
        </div>
      ) : (
        <form
          className={`${docket.form} ${css.tall}`}
          onSubmit={(event) => {
            event.preventDefault();
            void save(new FormData(event.currentTarget));
          }}
        >
          <label>
            {t('oversight.words')}
            <textarea name="words" rows={3} maxLength={2000} required />
          </label>
          <PhotoField
            label={t('oversight.photo')}
            {...(taken.length > 0 && { note: t('oversight.photos', { count: taken.length }) })}
            onPhotos={(more) => setTaken((before) => [...before, ...more])}
          />
          <GivenFields
            catalogue={catalogue}
            staff={staff}
            who={t('oversight.who')}
            days={catalogue?.hall.limits.rectifyDays ?? 5}
          />
          <Failure error={find.error} />
          <div className={css.buttons}>
            <Button onClick={onClose}>{t('oversight.cancel')}</Button>
            <Button type="submit" kind="primary" busy={find.pending || photos.busy}>
              {t('oversight.record')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
