import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import css from './phone.module.css';

/** The published guide of a matter, short. */
export function Guide({ matter }: { matter: Matter }) {
  const { t, lng } = useText();
  const { guide } = matter;
  return (
    <div className={css.guide}>
      <h3>{t('matter.bring')}</h3>
      <ul>
        {guide.materials.map((material) => (
          <li key={material.id}>{say(material.name, lng)}</li>
        ))}
      </ul>
      <ol>
        {guide.procedure.map(({ step, detail }) => (
          <li key={step.zh}>
            <strong>{say(step, lng)}</strong> {say(detail, lng)}
          </li>
        ))}
      </ol>
      <p>
        <strong>{t('matter.fee')}</strong> {say(guide.fee, lng)}
      </p>
      <p>{say(guide.result, lng)}</p>
      <p>{guide.basis.map((basis) => say(basis, lng)).join(lng === 'en' ? '; ' : ';')}</p>
      <p>{guide.telephone}</p>
    </div>
  );
}
