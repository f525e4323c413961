import { useState } from 'react';
import { toString } from 'qrcode';
import { useCommand } from '@shouwen/client/react/command';
import { printCodes } from '@shouwen/contracts/http/questionnaire.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './appraisal.module.css';
import { CARDS_PAGE, CodeCards, PER_PAGE, type PrintedCode } from './code-cards.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import type { QuestionnairePage } from './page.ts';
import { Printed } from './printed.tsx';
import { lastPrinted, rememberPrinted } from './last-printed.ts';
import { BOARD } from './questionnaires-board.tsx';

const MOST = 500;
const LAST_SERIAL = 99_999;

/** One-time codes on cards to cut and hand out, and the empty sheet for those who write by hand. */
export function CodesPage({ catalogue, questionnaire }: QuestionnairePage) {
  const me = useMe();
  const { t } = useText();
  const [first, setFirst] = useState(() => lastPrinted(me.hallId, questionnaire.id) + 1);
  const [count, setCount] = useState(2 * PER_PAGE);
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const [what, setWhat] = useState<'codes' | 'sheet'>('sheet');
  const make = useCommand(printCodes);
  const show = async () => {
    const params = { hallId: me.hallId, questionnaireId: questionnaire.id };
    const made = await make.run({ params, body: { first, count } });
    if (!made) return;
    // Drawn before they are shown: a page that prints must not still be waiting for its codes.
    const drawn = made.map(async ({ serial, code, page: named }) => {
      const page = named ?? `${location.origin}/public/${me.hallId}/questionnaires/${questionnaire.id}?code=${code}`;
      const address = page.replace(/^https?:\/\/|\?.*$/g, '');
      return {
        serial,
        code,
        address,
        svg: await toString(page, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      };
    });
    setCodes(await Promise.all(drawn));
    setWhat('codes');
  };
  const number = (label: string, value: number, most: number, onChange: (value: number) => void) => (
    <label>
      {label}
      <input
        className={css.input}
        type="number"
        required
        min={1}
        max={most}
        value={value || ''}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </label>
  );
  const print = () => {
    if (what === 'codes') rememberPrinted(me.hallId, questionnaire.id, codes.at(-1)?.serial ?? 0);
    window.print();
  };
  return (
    <>
      <div className={css.row}>
        <h2 className={css.grow}>{t('appraisal.codes')}</h2>
        <Button href={BOARD}>{t('appraisal.back')}</Button>
      </div>
      <p className={css.quiet}>{t('appraisal.codesHint')}</p>
      <form
        className={`${css.row} ${css.bottom}`}
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        {number(t('appraisal.firstSerial'), first, LAST_SERIAL, setFirst)}
        {number(t('appraisal.howMany'), count, Math.min(MOST, LAST_SERIAL - first + 1), setCount)}
        <Button type="submit" kind="primary" busy={make.pending}>
          {t('appraisal.makeCodes')}
        </Button>
        <Button pressed={what === 'sheet'} onClick={() => setWhat('sheet')}>
          {t('appraisal.emptySheet')}
        </Button>
      </form>
      <Failure error={make.error} />
      {what === 'codes' && codes.length > 0 && (
        <Banner
          kind="info"
          title={t('appraisal.made', {
            first: codes[0]!.serial,
            last: codes.at(-1)!.serial,
            count: Math.ceil(codes.length / PER_PAGE),
          })}
        >
          {t('appraisal.madeHint')}
        </Banner>
      )}
      <div>
        <Button kind="primary" onClick={print}>
          {t(what === 'codes' ? 'appraisal.printCodes' : 'appraisal.printSheet')}
        </Button>
      </div>
      {what === 'codes' ? (
        <>
          <CodeCards codes={codes} questionnaire={questionnaire} catalogue={catalogue} />
          <Printed rule={CARDS_PAGE}>
            <CodeCards codes={codes} questionnaire={questionnaire} catalogue={catalogue} />
          </Printed>
        </>
      ) : (
        <>
          <PaperSheet questionnaire={questionnaire} catalogue={catalogue} />
          <Printed>
            <PaperSheet questionnaire={questionnaire} catalogue={catalogue} />
          </Printed>
        </>
      )}
    </>
  );
}
