import { useState } from 'react';
import { useLocation } from 'wouter';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { registerContact } from '@shouwen/contracts/http/docket.operations';
import { CONTACT_CHANNELS } from '@shouwen/domain/first-contact/first-contact';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import css from './docket.module.css';
import { useDocketHall } from './use-docket.ts';

const ABOUTS = ['question', 'matter'] as const;

/** First contact at the desk, by telephone, by letter or online: one short form, then the file with its receipt. */
export default function RegisterScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [, go] = useLocation();
  const register = useCommand(registerContact);
  const [answered, setAnswered] = useState(false);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const citizen = { name: text('name'), telephone: text('telephone') };
    const file = await register.run({
      params: { hallId: me.hallId },
      body: {
        channel: text('channel') as (typeof CONTACT_CHANNELS)[number],
        about: text('about') as (typeof ABOUTS)[number],
        matterId: text('matterId') || null,
        words: text('words') || null,
        answered,
        citizen: citizen.name || citizen.telephone ? citizen : null,
      },
    });
    if (file) go(`/dashboard/docket/${file.contactId}`);
  };
  return (
    <Shell hall={hall}>
      <main className={`${css.page} ${css.narrow}`}>
        <header>
          <h1>{t('docket.registerTitle')}</h1>
          <p className={css.quiet}>{t('docket.registerHint')}</p>
        </header>
        <Card>
          <form
            className={css.form}
            onSubmit={(event) => {
              event.preventDefault();
              void save(new FormData(event.currentTarget));
            }}
          >
            <label>
              {t('docket.channel')}
              <select name="channel" defaultValue={me.role === 'guide' ? 'desk' : 'telephone'}>
                {CONTACT_CHANNELS.map((one) => (
                  <option key={one} value={one}>
                    {t(`docket.channels.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <fieldset>
              <legend>{t('docket.about')}</legend>
              {ABOUTS.map((one) => (
                <label key={one} className={css.check}>
                  <input type="radio" name="about" value={one} defaultChecked={one === 'question'} />
                  {t(`docket.abouts.${one}`)}
                </label>
              ))}
            </fieldset>
            <label>
              {t('docket.matter')}
              <select name="matterId" defaultValue="">
                <option value="">{t('docket.noMatter')}</option>
                {catalogue?.departments.map((department) => (
                  <optgroup key={department.id} label={say(department.name, lng)}>
                    {catalogue.matters
                      .filter(({ departmentId }) => departmentId === department.id)
                      .map(({ id, name }) => (
                        <option key={id} value={id}>
                          {say(name, lng)}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </label>
            <label>
              {t('docket.said')}
              <textarea name="words" rows={4} maxLength={2000} required />
            </label>
            <label>
              {t('docket.name')}
              <input name="name" maxLength={60} autoComplete="off" />
            </label>
            <label>
              {t('docket.telephone')}
              <input name="telephone" type="tel" maxLength={30} autoComplete="off" />
            </label>
            <label className={css.check}>
              <input type="checkbox" checked={answered} onChange={(event) => setAnswered(event.target.checked)} />
              {t('docket.answered')}
            </label>
            <Failure error={register.error} />
            <Button type="submit" kind="primary" wide busy={register.pending}>
              {t('docket.save')}
            </Button>
          </form>
        </Card>
      </main>
    </Shell>
  );
}
