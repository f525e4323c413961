import { useId, useState } from 'react';
import { say } from '@shouwen/client/names';
import { useSearch } from '@shouwen/client/react/search';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';
import css from './register.module.css';

/** As many matters as can be looked over at once. */
const MOST = 7;

interface Props {
  catalogue: PublicCatalogue;
  value: string | null;
  onChoose: (matterId: string | null) => void;
}

/** Which matter it is, by what one types: Chinese, initials (`mzcf`), English; nothing typed means “not clear yet”. */
export function MatterChoice({ catalogue, value, onChoose }: Props) {
  const { t, lng } = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useSearch(typed, catalogue)?.matterIds.slice(0, MOST) ?? [];
  const matters = found.flatMap((one) => catalogue.matters.find((matter) => matter.id === one) ?? []);
  const chosen = catalogue.matters.find((matter) => matter.id === value);
  const choose = (matterId: string | null) => {
    onChoose(matterId);
    setTyped('');
    setAt(0);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((n) => Math.min(matters.length - 1, n + 1));
    else if (event.key === 'ArrowUp') setAt((n) => Math.max(0, n - 1));
    else if (event.key === 'Enter' && matters[at]) choose(matters[at].id);
    else if (event.key === 'Escape') choose(null);
    else if (event.key === 'Backspace' && typed === '' && chosen) choose(null);
    else return;
    event.preventDefault();
  };
  const open = typed !== '' && matters.length > 0;
  return (
    <div className={css.matter}>
      <label htmlFor={id}>{t('docket.matter')}</label>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        placeholder={chosen ? say(chosen.name, lng) : t('register.matterHint')}
        data-chosen={chosen ? true : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped('')}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('docket.matter')} hidden={!open}>
        {matters.map((matter, index) => (
          <li
            key={matter.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(matter.id);
            }}
          >
            {say(matter.name, lng)}
          </li>
        ))}
      </ul>
      {typed !== '' && matters.length === 0 && <p role="status">{t('register.matterNone')}</p>}
      {chosen && (
        <p>
          <strong>{say(chosen.name, lng)}</strong>{' '}
          <button type="button" className={css.clear} onClick={() => choose(null)}>
            {t('register.noMatter')}
          </button>
        </p>
      )}
    </div>
  );
}
