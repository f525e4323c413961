import { personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { usePhoto } from '@shouwen/client/react/photo';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { viewStaffPhoto } from '@shouwen/contracts/http/photo.operations';
import { Portrait } from '@shouwen/ui/portrait';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';

/** A colleague’s face beside their name. */
export function StaffPortrait({ person, size = 'desk' }: { person: Staff; size?: 'desk' | 'kiosk' }) {
  const me = useMe();
  const api = useApi();
  const { lng } = useText();
  const photo = usePhoto(person.photoId, () =>
    api.receive(viewStaffPhoto, { params: { hallId: me.hallId, staffId: person.id } }),
  );
  return <Portrait name={personName(person, lng)} photo={photo} size={size} />;
}
