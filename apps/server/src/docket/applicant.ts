import type { OfficeNamed } from '@shouwen/contracts/views/docket.schema';
import { maskName, maskTelephone } from '@shouwen/domain/text/mask';
import type { Words } from '../hall-log/personal-data.ts';
import { refOf, type HeldWhole } from './docket-reader.ts';

/** Who it is about, as they stand in the words of a file. */
export interface Applicant {
  name: string;
  telephone: string;
}

/** Name and telephone as they were given, in clear; `null` when none were. Shown only to who looked with a reason. */
export function applicantIn({ story, words }: Pick<HeldWhole, 'story' | 'words'>): Applicant | null {
  for (const event of story) {
    const { name = '', telephone = '' } = words.get(refOf(event.data) ?? '') ?? {};
    if (name || telephone) return { name, telephone };
  }
  return null;
}

/** As staff see them by default: 张*明, 138****1234 (DOMAIN §10). */
export const masked = ({ name, telephone }: Applicant): Applicant => ({
  name: maskName(name),
  telephone: maskTelephone(telephone),
});

/** Another office, as it was named. */
export const officeIn = (said: Words | undefined): OfficeNamed | null =>
  said?.['office']
    ? { name: said['office'], address: said['officeAddress'] ?? '', telephone: said['officeTelephone'] ?? '' }
    : null;
