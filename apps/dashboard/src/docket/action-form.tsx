import { say } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { BREACH_REASONS, CASE_RESULTS, SUSPENSION_KINDS } from '@shouwen/domain/case/case';
import { DISCLOSURE_OUTCOMES } from '@shouwen/domain/disclosure/disclosure';
import { REMEDIES, REVISITS } from '@shouwen/domain/rating/loop';
import { FINDINGS } from '@shouwen/domain/rating/rating';
import { REFUSE_REASONS } from '@shouwen/domain/first-contact/first-contact';
import { useText } from '../i18n/text.ts';
import type { Field } from './action-fields.ts';
import css from './docket.module.css';
import { OfficeFields, RefusalFields } from './refusal-fields.tsx';
import { StaffChoice } from './staff-choice.tsx';

interface Props {
  field: Field;
  file: DocketFile;
  staff: readonly Staff[];
  catalogue: PublicCatalogue | undefined;
}

/** One question of a step. */
export function ActionField({ field, file, staff, catalogue }: Props) {
  const { t, lng } = useText();
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[], mayBeEmpty = false) => (
    <label>
      {label}
      <select name={name} required={!mayBeEmpty} defaultValue="">
        {mayBeEmpty ? <option value="">{t('rating.fields.none')}</option> : <option value="" disabled hidden />}
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  switch (field) {
    case 'words':
    case 'words?':
      return (
        <label>
          {t('docket.fields.words')}
          <textarea name="words" rows={4} maxLength={2000} required={field === 'words'} />
        </label>
      );
    case 'grounds':
    case 'remedyWords':
    case 'revisitWords':
      return (
        <label>
          {t(`rating.fields.${field}`)}
          <textarea name="words" rows={4} maxLength={2000} required />
        </label>
      );
    case 'takenWords':
    case 'answerWords':
    case 'backWords':
    case 'tellWords':
    case 'timeWords':
    case 'correctionWords':
    case 'correctedWords':
      return (
        <label>
          {t(`voices.fields.${field}`)}
          <textarea name="words" rows={4} maxLength={2000} required />
        </label>
      );
    case 'carryOutWords':
      return (
        <label>
          {t('oversight.fields.carryOutWords')}
          <textarea name="words" rows={4} maxLength={2000} required />
        </label>
      );
    case 'checkWords?':
      return (
        <label>
          {t('oversight.fields.checkWords')}
          <textarea name="words" rows={4} maxLength={2000} />
        </label>
      );
    case 'done':
      return choice('done', t('oversight.fields.done'), [
        ['yes', t('oversight.fields.doneYes')],
        ['no', t('oversight.fields.doneNo')],
      ]);
    case 'taken':
      return choice('taken', t('voices.fields.taken'), [
        ['yes', t('voices.fields.takenYes')],
        ['no', t('voices.fields.takenNo')],
      ]);
    case 'disclosed':
      return choice(
        'disclosed',
        t('voices.fields.outcome'),
        DISCLOSURE_OUTCOMES.map((one) => [one, t(`voices.outcomes.${one}`)]),
      );
    case 'finding':
      return choice(
        'finding',
        t('rating.fields.finding'),
        FINDINGS.map((one) => [one, t(`rating.findings.${one}`)]),
      );
    case 'remedy':
      return choice(
        'remedy',
        t('rating.fields.remedy'),
        REMEDIES.map((one) => [one, t(`rating.remedies.${one}`)]),
        true,
      );
    case 'outcome':
      return choice(
        'outcome',
        t('rating.fields.outcome'),
        REVISITS.map((one) => [one, t(`rating.revisits.${one}`)]),
      );
    case 'upheld':
      return choice('upheld', t('rating.fields.upheld'), [
        ['yes', t('rating.fields.yes')],
        ['no', t('rating.fields.no')],
      ]);
    case 'appealFinding':
      return choice(
        'appealFinding',
        t('rating.fields.appealFinding'),
        (['mistaken', 'malicious'] as const).map((one) => [one, t(`rating.findings.${one}`)]),
        true,
      );
    case 'missingBy':
      return file.materials.some(({ state }) => state !== 'given') ? (
        <label>
          {t('docket.fields.missingBy')}
          <input type="date" name="missingBy" />
        </label>
      ) : null;
    case 'bringBy':
      return (
        <label>
          {t('docket.fields.bringBy')}
          <input type="date" name="bringBy" />
        </label>
      );
    case 'office':
      return <OfficeFields required />;
    case 'refusing':
      return <RefusalFields />;
    case 'missing':
    case 'materials':
      return (
        <fieldset>
          <legend>{t('docket.fields.materials')}</legend>
          {file.materials.map(({ id, name, state, minor }) => (
            <label key={id} className={css.check}>
              <input
                type="checkbox"
                name="materials"
                value={id}
                defaultChecked={field === 'missing' && state !== 'given'}
              />
              {say(name, lng)} · {t(`docket.material.${state}`)}
              {minor && ` · ${t('docket.minor')}`}
            </label>
          ))}
        </fieldset>
      );
    case 'kind':
      return choice(
        'kind',
        t('docket.fields.kind'),
        SUSPENSION_KINDS.map((kind) => [kind, t(`docket.kinds.${kind}`)]),
      );
    case 'expectedEnd':
      return (
        <label>
          {t('docket.fields.expectedEnd')}
          <input type="date" name="expectedEnd" required />
        </label>
      );
    case 'days':
      return (
        <label>
          {t('docket.fields.days')}
          <input type="number" name="days" min={1} max={60} required />
        </label>
      );
    case 'result':
      return choice(
        'result',
        t('docket.fields.result'),
        CASE_RESULTS.map((one) => [one, t(`docket.results.${one}`)]),
      );
    case 'breach':
      return choice(
        'reason',
        t('docket.fields.reason'),
        BREACH_REASONS.map((one) => [one, t(`docket.breaches.${one}`)]),
      );
    case 'refusal':
      return choice(
        'reason',
        t('docket.fields.reason'),
        REFUSE_REASONS.map((one) => [one, t(`docket.refusals.${one}`)]),
      );
    case 'told':
      return (
        <label className={css.check}>
          <input type="checkbox" name="told" />
          {t('docket.fields.told')}
        </label>
      );
    case 'toId':
      return (
        <label>
          {t('docket.fields.toId')}
          <StaffChoice
            staff={staff}
            catalogue={catalogue}
            except={file.answerable.id}
            departmentId={file.departmentId}
          />
        </label>
      );
  }
}
