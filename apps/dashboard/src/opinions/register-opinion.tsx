import { personName, say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { registerOpinion } from '@shouwen/contracts/http/opinion.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { OPINION_KINDS, OPINION_SOURCES } from '@shouwen/domain/opinion/opinion';
import { Button } from '@shouwen/ui/button';
import docket from '../docket/docket.module.css';
import { useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { CitizenFields, citizenOf } from './citizen-fields.tsx';

/** A subject in one list: `staff:li`, `window:w5`, `department:x`, `everybody`, or nobody in particular. */
function subjectOf(value: string) {
  const [kind, id = null] = value.split(':');
  return {
    staffId: kind === 'staff' ? id : null,
    windowId: kind === 'window' ? id : null,
    departmentId: kind === 'department' ? id : null,
    everybody: kind === 'everybody',
  };
}

export function RegisterOpinion({ onDone }: { onDone: (receipt: Receipt) => void }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const register = useCommand(registerOpinion);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const receipt = await register.run({
      params: { hallId: me.hallId },
      body: {
        opinion: text('opinion') as (typeof OPINION_KINDS)[number],
        source: text('source') as (typeof OPINION_SOURCES)[number],
        subject: subjectOf(text('subject')),
        words: text('words'),
        citizen: citizenOf(form),
      },
    });
    if (receipt) onDone(receipt);
  };
  return (
    <form
      className={docket.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('voices.what')}
        <select name="opinion" defaultValue="suggestion">
          {OPINION_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`voices.kinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('voices.source')}
        <select name="source" defaultValue="telephone">
          {OPINION_SOURCES.filter((one) => one !== 'online').map((one) => (
            <option key={one} value={one}>
              {t(`voices.sources.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('voices.aboutWhom')}
        <select name="subject" defaultValue="">
          <option value="">{t('voices.nobody')}</option>
          <option value="everybody">{t('voices.everybody')}</option>
          <optgroup label={t('voices.departments')}>
            {catalogue?.departments.map(({ id, name }) => (
              <option key={id} value={`department:${id}`}>
                {say(name, lng)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('voices.windows')}>
            {catalogue?.windows.map(({ id, name, number }) => (
              <option key={id} value={`window:${id}`}>
                {number} · {say(name, lng)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('voices.people')}>
            {staff.data?.map((person) => (
              <option key={person.id} value={`staff:${person.id}`}>
                {personName(person, lng)} · {say(person.post, lng)}
              </option>
            ))}
          </optgroup>
        </select>
        <span className={docket.quiet}>{t('voices.aboutWhomHint')}</span>
      </label>
      <label>
        {t('voices.said')}
        <textarea name="words" rows={6} maxLength={2000} required />
      </label>
      <CitizenFields />
      <Failure error={register.error} />
      <Button type="submit" kind="primary" wide busy={register.pending}>
        {t('voices.save')}
      </Button>
    </form>
  );
}
