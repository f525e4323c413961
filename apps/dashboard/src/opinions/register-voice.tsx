import { useState } from 'react';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { CodeNote } from './code-note.tsx';
import { RegisterDisclosure } from './register-disclosure.tsx';
import { RegisterOpinion } from './register-opinion.tsx';
import css from './voices.module.css';

const FORMS = { opinion: RegisterOpinion, disclosure: RegisterDisclosure };
type Form = keyof typeof FORMS;

/** What came by telephone, letter, on paper or in person, entered at the desk; then number and code for whoever brought it. */
export function RegisterVoice() {
  const { t } = useText();
  const [form, setForm] = useState<Form>('opinion');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (receipt) return <CodeNote receipt={receipt} onAgain={() => setReceipt(null)} />;
  const Shown = FORMS[form];
  return (
    <div className={css.narrow}>
      <div className={css.row} role="group" aria-label={t('voices.tabs.register')}>
        {(Object.keys(FORMS) as Form[]).map((one) => (
          <Button key={one} pressed={one === form} onClick={() => setForm(one)}>
            {t(`voices.forms.${one}`)}
          </Button>
        ))}
      </div>
      <Card>
        <Shown onDone={setReceipt} />
      </Card>
    </div>
  );
}
