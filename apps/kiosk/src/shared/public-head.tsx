import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { useText } from '../i18n/text.ts';
import css from './public-head.module.css';

/** What stands above a public page: whose it is, whether it is an example, the other language. */
export function PublicHead({ catalogue }: { catalogue: PublicCatalogue }) {
  const { lng } = useText();
  return (
    <header className={css.head}>
      <strong>{say(catalogue.hall.name, lng)}</strong>
      {catalogue.hall.example && <ExampleMark />}
      <LanguageSwitch />
    </header>
  );
}
