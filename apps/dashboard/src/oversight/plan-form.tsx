import { useQueryClient } from '@tanstack/react-query';
import { personName, say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { planInspection } from '@shouwen/contracts/http/inspection.operations';
import { INSPECTION_ROUNDS, type InspectionRound } from '@shouwen/domain/inspection/inspection';
import { Button } from '@shouwen/ui/button';
import docket from '../docket/docket.module.css';
import { useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './oversight.module.css';

/** Plans an inspection; inspectors are those who oversee, since they find their plan here. */
export function PlanForm({ today, onDone }: { today: string; onDone: () => void }) {
  const me = useMe();
  const { t, lng } = useText();
  const queries = useQueryClient();
  const staff = useStaff();
  const plan = useCommand(planInspection);
  const save = async (form: FormData) => {
    const body = {
      round: String(form.get('round')) as InspectionRound,
      day: String(form.get('day')),
      inspectors: form.getAll('inspectors').map(String),
    };
    if (!(await plan.run({ params: { hallId: me.hallId }, body }))) return;
    await queries.invalidateQueries({ queryKey: ['docket', me.hallId, 'inspections'] });
    onDone();
  };
  return (
    <form
      className={`${docket.form} ${css.tall}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('oversight.round')}
        <select name="round" defaultValue="monthly">
          {INSPECTION_ROUNDS.map((one) => (
            <option key={one} value={one}>
              {t(`oversight.rounds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('oversight.day')}
        <input type="date" name="day" min={today} defaultValue={today} required />
      </label>
      <fieldset>
        <legend>{t('oversight.inspectors')}</legend>
        {staff.data
          ?.filter(({ role }) => role === 'supervisor' || role === 'director')
          .map((person) => (
            <label key={person.id} className={docket.check}>
              <input type="checkbox" name="inspectors" value={person.id} defaultChecked={person.id === me.staffId} />
              {personName(person, lng)} · {say(person.post, lng)}
            </label>
          ))}
      </fieldset>
      <Failure error={plan.error} />
      <Button type="submit" kind="primary" wide busy={plan.pending}>
        {t('oversight.planSave')}
      </Button>
    </form>
  );
}
