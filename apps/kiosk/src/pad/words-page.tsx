import { useState } from 'react';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { BACKSPACE, DIGITS, Keys, LETTER_ROWS, SPACE, typed } from '../kiosk/keys.tsx';
import css from './pad.module.css';
import type { MoreProps } from './more-props.ts';

const MOST_WORDS = 500;
const MOST_DIGITS = 15;
/** A sentence needs more than a search: a full stop and a space. */
const ROWS = [...LETTER_ROWS.slice(0, 2), [...'ZXCVBNM', '.', SPACE, BACKSPACE]];

/** Words and a telephone, both optional. Chinese comes from the tablet's own keyboard or pen; letters and digits from ours. */
export function WordsPage({ details, busy, error, secondsLeft, onChange, onSend, onBack }: MoreProps) {
  const { t, lng } = useText();
  const [field, setField] = useState<'text' | 'telephone'>('text');
  const set = (text: string) => onChange({ ...details, text: text.slice(0, MOST_WORDS) });
  const dial = (telephone: string) =>
    onChange({ ...details, telephone: telephone.replace(/\D/g, '').slice(0, MOST_DIGITS) });
  return (
    <>
      <div className={css.two}>
        <label className={css.field}>
          {t('rating.words')}
          <textarea
            rows={2}
            maxLength={MOST_WORDS}
            value={details.text}
            onFocus={() => setField('text')}
            onChange={(event) => set(event.target.value)}
          />
        </label>
        <label className={css.field}>
          {t('rating.telephone')}
          <input
            inputMode="none"
            autoComplete="off"
            value={details.telephone}
            onFocus={() => setField('telephone')}
            onChange={(event) => dial(event.target.value)}
          />
          <span className={css.quiet}>{t('rating.telephoneHint')}</span>
        </label>
      </div>
      <section className={css.keyboard} aria-label={t('home.keyboard')}>
        {field === 'telephone' ? (
          <div className={css.dial}>
            <Keys of={DIGITS} layout="letters" onPress={(key) => dial(typed(details.telephone, key))} />
          </div>
        ) : lng === 'en' ? (
          ROWS.map((row) => (
            <Keys
              key={row[0]}
              of={row}
              layout="letters"
              onPress={(key) => set(typed(details.text, key.toLowerCase()))}
            />
          ))
        ) : (
          <p className={css.hint}>{t('pad.wordsHint')}</p>
        )}
      </section>
      {error && <Banner kind="error" size="kiosk" title={error.message || t('pad.notSent')} />}
      <footer className={css.foot}>
        <Button size="kiosk" onClick={onBack}>
          {t('shared.back')}
        </Button>
        <span className={css.grow}>{t('pad.closesUnsent', { seconds: secondsLeft })}</span>
        <Button size="kiosk" kind="primary" busy={busy} onClick={onSend}>
          {t('rating.send')}
        </Button>
      </footer>
    </>
  );
}
