import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { registerDisclosure } from '@shouwen/contracts/http/disclosure.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { APPLICANT_KINDS } from '@shouwen/domain/disclosure/disclosure';
import { Button } from '@shouwen/ui/button';
import docket from '../docket/docket.module.css';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { CitizenFields, citizenOf } from './citizen-fields.tsx';

const CHANNELS = ['desk', 'letter', 'online'] as const;

export function RegisterDisclosure({ onDone }: { onDone: (receipt: Receipt) => void }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const register = useCommand(registerDisclosure);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const receipt = await register.run({
      params: { hallId: me.hallId },
      body: {
        channel: text('channel') as (typeof CHANNELS)[number],
        applicant: text('applicant') as (typeof APPLICANT_KINDS)[number],
        departmentId: text('departmentId') || null,
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
        {t('voices.applicant')}
        <select name="applicant" defaultValue="person">
          {APPLICANT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`voices.applicants.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('docket.channel')}
        <select name="channel" defaultValue="desk">
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`docket.channels.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('voices.heldBy')}
        <select name="departmentId" defaultValue="">
          <option value="">{t('register.noMatter')}</option>
          {catalogue?.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name, lng)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('voices.asked')}
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
