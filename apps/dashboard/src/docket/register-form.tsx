import { useRef, useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { handOver, registerContact } from '@shouwen/contracts/http/docket.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { CONTACT_CHANNELS, type ContactChannel } from '@shouwen/domain/first-contact/first-contact';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { MatterChoice } from './matter-choice.tsx';
import css from './register.module.css';
import { Segments } from './segments.tsx';
import { StaffChoice } from './staff-choice.tsx';

const ABOUTS = ['question', 'matter'] as const;
/** The three ways of the rule (DOMAIN §4), short: mine, answered on the spot, handed to whoever is competent. */
const WAYS = ['mine', 'answered', 'hand-over'] as const;

interface Props {
  catalogue: PublicCatalogue;
  staff: readonly Staff[];
  /** Registered; an error when it could not be handed on as well: it then stays with whoever received it. */
  onDone: (file: DocketFile, error: Error | null) => void;
}

/** The short form: what was said comes first, everything else has an answer already. */
export function RegisterForm({ catalogue, staff, onDone }: Props) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const [channel, setChannel] = useState<ContactChannel>(me.role === 'guide' ? 'desk' : 'telephone');
  const [about, setAbout] = useState<(typeof ABOUTS)[number]>('question');
  const [way, setWay] = useState<(typeof WAYS)[number]>('mine');
  const [matterId, setMatterId] = useState<string | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const matter = catalogue.matters.find(({ id }) => id === matterId);
  const save = async (data: FormData) => {
    if (state.busy) return;
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const citizen = { name: text('name'), telephone: text('telephone') };
    setState({ busy: true, error: null });
    try {
      const params = { hallId: me.hallId };
      const registered = await api.call(registerContact, {
        params,
        body: {
          channel,
          about,
          matterId,
          words: text('words') || null,
          answered: way === 'answered',
          citizen: citizen.name || citizen.telephone ? citizen : null,
        },
      });
      const { contactId } = registered;
      const handed =
        way === 'hand-over'
          ? await api
              .call(handOver, { params: { ...params, contactId }, body: { toId: text('toId'), words: null } })
              .catch((error: unknown) => error as Error)
          : registered;
      onDone(handed instanceof Error ? registered : handed, handed instanceof Error ? handed : null);
    } catch (error) {
      setState({ busy: false, error: error as Error });
    }
  };
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        const chosen = event.altKey ? CONTACT_CHANNELS[Number(event.code.replace('Digit', '')) - 1] : undefined;
        if (chosen) {
          event.preventDefault();
          setChannel(chosen);
        }
      }}
    >
      <Segments
        name="channel"
        legend={t('docket.channel')}
        value={channel}
        options={CONTACT_CHANNELS.map((value, index) => ({
          value,
          text: t(`docket.channels.${value}`),
          hint: `Alt ${index + 1}`,
        }))}
        onChoose={setChannel}
      />
      <Segments
        name="about"
        legend={t('docket.about')}
        value={about}
        options={ABOUTS.map((value) => ({ value, text: t(`docket.abouts.${value}`) }))}
        onChoose={setAbout}
      />
      <label className={css.words}>
        {t('register.said')}
        {/* The desk has somebody before it: the first key belongs to what they say. */}
        <textarea name="words" rows={5} maxLength={2000} required autoFocus />
      </label>
      <div className={css.side}>
        <MatterChoice catalogue={catalogue} value={matterId} onChoose={setMatterId} />
        <div className={css.pair}>
          <label>
            {t('register.name')}
            <input name="name" maxLength={60} autoComplete="off" />
          </label>
          <label>
            {t('register.telephone')}
            <input name="telephone" type="tel" maxLength={30} autoComplete="off" />
          </label>
        </div>
      </div>
      <Segments
        name="way"
        legend={t('register.way')}
        value={way}
        options={WAYS.map((value) => ({ value, text: t(`register.ways.${value}`) }))}
        onChoose={setWay}
      />
      {way === 'hand-over' && (
        <label className={css.words}>
          {t('docket.fields.toId')}
          <StaffChoice staff={staff} catalogue={catalogue} except={me.staffId} departmentId={matter?.departmentId} />
        </label>
      )}
      <div className={css.end}>
        <Failure error={state.error} />
        <Button type="submit" kind="primary" wide busy={state.busy} hotkey="Ctrl Enter">
          {t('register.save')}
        </Button>
      </div>
    </form>
  );
}
