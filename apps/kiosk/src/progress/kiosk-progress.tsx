import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { useCommand } from '@shouwen/client/react/command';
import { takeSecondVisit } from '@shouwen/contracts/http/progress.operations';
import { tidyNumber } from '@shouwen/domain/case/number';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import kiosk from '../kiosk/kiosk.module.css';
import { BACKSPACE, DIGITS, Keys, typed } from '../kiosk/keys.tsx';
import type { PageProps } from '../kiosk/shared-props.ts';
import { ProgressCard } from './progress-card.tsx';
import { Trouble } from './progress-page.tsx';
import css from './progress.module.css';
import { useProgress } from './use-progress.ts';

/** Length of a number without the hall's letters, and of the code. */
const NUMBER_LENGTH = 12;
const CODE_LENGTH = 8;

/** “Where is my matter?” at the kiosk: number and code on its own keys; the hall's letters stand there already. */
export function KioskProgress({ hallId, catalogue, onHome, onPage }: PageProps) {
  const { t } = useText();
  const asked = useProgress(hallId);
  const [field, setField] = useState<'number' | 'code'>('number');
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const again = useCommand(takeSecondVisit);
  const prefix = catalogue.hall.casePrefix;
  const take = async () => {
    const slip = await again.run({ params: { hallId }, body: { number: tidyNumber(`${prefix}${number}`), code } });
    if (slip) onPage({ name: 'ticket', slip });
  };
  const press = (key: string) => {
    if (field === 'number') {
      const next = typed(number, key).slice(0, NUMBER_LENGTH);
      setNumber(next);
      if (key !== BACKSPACE && /^F?\d{10}$/.test(next)) setField('code');
    } else setCode(typed(code, key).replace(/\D/g, '').slice(0, CODE_LENGTH));
  };
  const back = (
    <Button kind="plain" size="kiosk" onClick={onHome} before="←">
      {t('shared.back')}
    </Button>
  );
  if (asked.progress) {
    return (
      <>
        <h1 className={kiosk.title}>{t('progress.mine')}</h1>
        <ProgressCard progress={asked.progress} catalogue={catalogue} size="kiosk" />
        {again.error && (
          <Banner
            size="kiosk"
            kind="error"
            title={again.error instanceof ApiError ? again.error.message : t('shared.offline')}
          />
        )}
        <div className={kiosk.actions}>
          {back}
          {asked.progress.isCase && (
            <Button kind="primary" size="kiosk" wide busy={again.pending} onClick={() => void take()}>
              {t('progress.takeAgain')}
            </Button>
          )}
        </div>
      </>
    );
  }
  const shown = { number: `${prefix} ${number}`, code: code.replace(/(\d{4})(\d)/, '$1 $2') };
  return (
    <div className={css.kioskForm}>
      <h1 className={kiosk.title}>{t('progress.title')}</h1>
      <p className={kiosk.hint}>{t('progress.hint')}</p>
      <div className={css.fields}>
        {(['number', 'code'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={css.field}
            aria-pressed={field === one}
            onClick={() => setField(one)}
          >
            {t(`progress.${one}`)}
            <strong>{shown[one]}</strong>
          </button>
        ))}
      </div>
      <Keys of={field === 'number' ? [...DIGITS, 'F'] : DIGITS} layout="digits" onPress={press} />
      <Trouble asked={asked} size="kiosk" />
      <div className={kiosk.actions}>
        {back}
        <Button
          kind="primary"
          size="kiosk"
          wide
          busy={asked.pending}
          disabled={number.length < 10 || code.length < CODE_LENGTH}
          onClick={() => void asked.look(`${prefix}${number}`, code)}
        >
          {t('progress.go')}
        </Button>
      </div>
    </div>
  );
}
