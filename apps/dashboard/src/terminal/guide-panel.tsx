import { useState } from 'react';
import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { useText } from '../i18n/text.ts';
import { AcceptNow } from './accept-now.tsx';
import { OpenCase } from './open-case.tsx';
import css from './terminal.module.css';

/** What the published guide asks and promises for the matter at the window; the ticks are for the clerk's eye only. */
export function GuidePanel({ desk, catalogue }: { desk: Desk; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { ticket } = desk.window;
  const matter = catalogue.matters.find(({ id }) => id === ticket?.matterId);
  const toggle = (id: string) =>
    setTicked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <section className={css.panel} aria-labelledby="materials">
      <h2 id="materials">{t('terminal.materials')}</h2>
      {!matter && <p className={css.quiet}>{ticket ? t('terminal.noMatter') : t('terminal.nobody')}</p>}
      {matter && (
        <>
          <p className={css.quiet}>{t('terminal.guideVersion', { version: matter.guide.version })}</p>
          {matter.guide.materials.length === 0 && <p>{t('terminal.noMaterials')}</p>}
          <ul className={css.materials}>
            {matter.guide.materials.map(({ id, name }) => (
              <li key={id}>
                <label>
                  <input type="checkbox" checked={ticked.has(id)} onChange={() => toggle(id)} />
                  {say(name, lng)}
                </label>
              </li>
            ))}
          </ul>
          {ticket?.state === 'serving' && <OpenCase ticket={ticket} matter={matter} given={[...ticked]} />}
          <AcceptNow matter={matter} catalogue={catalogue} day={desk.day} />
          <dl className={css.facts}>
            {matter.promisedDays === null && (
              <>
                <dt>{t('terminal.limit')}</dt>
                <dd>{t('terminal.immediate')}</dd>
              </>
            )}
            <dt>{t('terminal.fee')}</dt>
            <dd>{say(matter.guide.fee, lng)}</dd>
            <dt>{t('terminal.result')}</dt>
            <dd>{say(matter.guide.result, lng)}</dd>
            <dt>{t('terminal.telephone')}</dt>
            <dd>{matter.guide.telephone}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
