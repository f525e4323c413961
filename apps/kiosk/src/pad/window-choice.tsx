import { useState } from 'react';
import { say, windowName } from '@shouwen/client/names';
import { useCatalogue } from '@shouwen/client/react/hall';
import { Banner } from '@shouwen/ui/banner';
import { CardButton } from '@shouwen/ui/card';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import css from './pad.module.css';

/** Example hall: at which window does this pad stand? */
export function WindowChoice({ hallId, onChoose }: { hallId: string; onChoose: (windowId: string) => Promise<void> }) {
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(hallId);
  const [problem, setProblem] = useState<string | null>(null);
  if (!catalogue) return <Opening />;
  const choose = (windowId: string) =>
    void onChoose(windowId).catch((error: unknown) => setProblem(error instanceof Error ? error.message : ''));
  return (
    <div className={css.frame}>
      <header className={css.head}>
        <strong className={css.grow}>{say(catalogue.hall.name, lng)}</strong>
        <ExampleMark />
        <LanguageSwitch size="kiosk" />
      </header>
      <main className={css.main}>
        <h1 className={css.title}>{t('pad.choose')}</h1>
        <p className={css.hint}>{t('pad.chooseHint')}</p>
        {problem !== null && <Banner kind="error" size="kiosk" title={problem || t('shared.offline')} />}
        <div className={css.windows}>
          {catalogue.windows.map(({ id, number, name }) => (
            <CardButton key={id} size="kiosk" onClick={() => choose(id)}>
              <strong className={css.windowName}>{windowName(catalogue, id, lng)}</strong>
              {number !== 0 && <span className={css.quiet}>{say(name, lng)}</span>}
            </CardButton>
          ))}
        </div>
      </main>
    </div>
  );
}
