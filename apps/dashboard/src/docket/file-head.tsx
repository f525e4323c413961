import { personName, say } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import css from './docket.module.css';
import { TONE_OF } from './due-words.ts';
import { headline } from './headline.ts';
import { topicOf } from './topic.ts';

interface Props {
  file: DocketFile;
  catalogue: PublicCatalogue;
  staff: readonly Staff[];
  now: number;
}

/** Three answers at a glance: will it be in time, what holds it, who has it. */
export function FileHead({ file, catalogue, staff, now }: Props) {
  const { t, lng } = useText();
  const { answerable, actsFor, offeredTo, firstReceiver, level } = file;
  const holder = staff.find(({ id }) => id === answerable.id);
  const department = catalogue.departments.find(({ id }) => id === holder?.departmentId);
  const standIn = staff.find(({ id }) => id === holder?.standInId);
  const topic = topicOf(file, { t, lng, catalogue });
  return (
    <header className={css.head}>
      <div className={css.headline}>
        <p className={css.quiet}>
          {file.order
            ? file.number
            : t(file.caseId ? 'docket.caseNumber' : 'docket.contactNumber', { number: file.number })}{' '}
          · {topic || t('docket.contactFrom', { channel: t(`docket.channels.${file.channel}`) })}
        </p>
        <h1>{headline(file, { t, lng, now, timeZone: catalogue.hall.timeZone })}</h1>
        <p className={css.row}>
          {level && (
            <Pill tone={TONE_OF[level]} shape>
              {t(`docket.levels.${level}`)}
            </Pill>
          )}
          {file.broken.promised && file.breachReason && (
            <Pill tone="broken">
              {t('docket.brokenBecause', { reason: t(`docket.breaches.${file.breachReason}`) })}
            </Pill>
          )}
          {file.thirdVisit && (
            <>
              <Pill tone="broken" shape>
                {t('docket.thirdVisit', { cause: t(`docket.thirdVisits.${file.thirdVisit.cause}`) })}
              </Pill>
              {file.thirdVisit.responsible &&
                t('docket.thirdVisitBy', { name: personName(file.thirdVisit.responsible, lng) })}
            </>
          )}
          {file.unacknowledged > 0 && <Pill>{t('docket.unseen', { count: file.unacknowledged })}</Pill>}
        </p>
      </div>
      <div className={css.who}>
        <span className={css.quiet}>{t('docket.whoAnswers')}</span>
        <strong>
          {personName(answerable, lng)}
          {department && ` · ${say(department.short, lng)}`}
        </strong>
        <span>
          {say(answerable.post, lng)}
          {answerable.telephone && ` · ${answerable.telephone}`}
        </span>
        {actsFor && <span>{t('docket.actsFor', { name: personName(actsFor, lng) })}</span>}
        {offeredTo && <span>{t('docket.offeredTo', { name: personName(offeredTo, lng) })}</span>}
        <span className={css.quiet}>
          {[
            ...(standIn ? [t('docket.standIn', { name: personName(standIn, lng) })] : []),
            ...(file.order ? [] : [t('docket.firstReceiver', { name: personName(firstReceiver, lng) })]),
          ].join(' · ')}
        </span>
      </div>
    </header>
  );
}
