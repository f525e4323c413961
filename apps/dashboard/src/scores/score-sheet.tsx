import type { ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { nameOf, type Named } from '../performance/names.ts';
import { useMe } from '../session/session.tsx';
import { ObjectionList } from './objection-list.tsx';
import { periodText, pointsText } from './score-words.ts';
import { sheetFile } from './scores-file.ts';
import { SheetLines } from './sheet-lines.tsx';
import { StageNote } from './stage-note.tsx';
import css from './scores.module.css';

interface Props {
  sheet: ScoreSheetView;
  named: Named;
}

/** One sheet: points, where they come from, objections, and the seal. */
export function ScoreSheet({ sheet, named }: Props) {
  const me = useMe();
  const texts = useText();
  const { t, lng } = texts;
  const { scope, key, period, points, grade, sealed, recount } = sheet;
  const name = nameOf(scope, key, named);
  return (
    <>
      <Card labelledBy="sheet">
        <div className={css.stack}>
          <div className={css.hero}>
            <h2 id="sheet">{t('scores.sheetTitle', { name, period: periodText(period, texts) })}</h2>
            <p className={css.row}>
              <Button
                onClick={() => download(`${me.hallId}-score-${scope}-${key}-${period}.csv`, sheetFile(sheet, texts))}
              >
                {t('scores.export')}
              </Button>
              <Button onClick={() => window.print()}>{t('scores.print')}</Button>
            </p>
          </div>
          <p className={css.figure}>
            {t('scores.points', { points: pointsText(points, lng) })}{' '}
            {grade && <Pill>{t(`scores.grades.${grade}`)}</Pill>}
          </p>
          {sheet.behind && !sealed && <Banner kind="stale" title={t('scores.behind')} />}
          <StageNote course={sheet.course} sealedAt={sealed?.at ?? null} timeZone={named.catalogue.hall.timeZone} />
          {recount && (
            <Banner
              kind="info"
              title={t('scores.recount', { now: pointsText(recount.points, lng), sealed: pointsText(points, lng) })}
            />
          )}
          {sealed && (
            <p className={css.quiet}>
              {t('scores.fingerprint')} <code className={css.hash}>{sealed.hash}</code> {t('scores.fingerprintHint')}
            </p>
          )}
        </div>
      </Card>
      {sheet.lines.length === 0 ? (
        <EmptyState title={t('scores.mine.nothing')}>{t('scores.emptyHint')}</EmptyState>
      ) : (
        <SheetLines sheet={sheet} />
      )}
      {sheet.objections.length > 0 && (
        <ObjectionList objections={sheet.objections} named={named} heading={t('scores.objections')} />
      )}
    </>
  );
}
