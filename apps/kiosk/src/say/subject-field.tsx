import { useQuery } from '@tanstack/react-query';
import { personName, say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listOfficers } from '@shouwen/contracts/http/opinion.operations';
import { useText } from '../i18n/text.ts';

/** Whom it is about, in one list: whoever is chosen is kept out of it. */
export function SubjectField({ hallId, catalogue }: { hallId: string; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const api = useApi();
  const officers = useQuery({
    queryKey: ['officers', hallId],
    queryFn: () => api.call(listOfficers, { params: { hallId } }),
  });
  return (
    <label>
      {t('say.whom')}
      <select name="subject" defaultValue="">
        <option value="">{t('say.nobody')}</option>
        <option value="everybody">{t('say.everybody')}</option>
        <optgroup label={t('say.windows')}>
          {catalogue.windows.map(({ id }) => (
            <option key={id} value={`window:${id}`}>
              {windowName(catalogue, id, lng)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('say.departments')}>
          {catalogue.departments.map(({ id, name }) => (
            <option key={id} value={`department:${id}`}>
              {say(name, lng)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('say.people')}>
          {officers.data?.map((person) => (
            <option key={person.id} value={`staff:${person.id}`}>
              {personName(person, lng)} · {say(person.post, lng)}
            </option>
          ))}
        </optgroup>
      </select>
      <small>{t('say.whomHint')}</small>
    </label>
  );
}

/** What was chosen: `staff:li`, `window:w5`, `department:x`, `everybody`, or nobody in particular. */
export function subjectOf(value: string) {
  const [kind, id = null] = value.split(':');
  return {
    staffId: kind === 'staff' ? id : null,
    windowId: kind === 'window' ? id : null,
    departmentId: kind === 'department' ? id : null,
    everybody: kind === 'everybody',
  };
}
