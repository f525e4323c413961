import { personName, say } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';

interface Props {
  staff: readonly Staff[];
  catalogue: PublicCatalogue | undefined;
  /** Who cannot be chosen: they have it. */
  except?: string | undefined;
  /** Who is chosen to begin with. */
  chosen?: string | undefined;
  /** Whose people stand first: the department that is competent. */
  departmentId?: string | null | undefined;
}

/** Somebody in office, by department; those of the competent one first. */
export function StaffChoice({ staff, catalogue, except, chosen = '', departmentId }: Props) {
  const { lng } = useText();
  const own = ({ id }: { id: string }) => (id === departmentId ? 0 : 1);
  const departments = [...(catalogue?.departments ?? [])].sort((a, b) => own(a) - own(b));
  return (
    <select name="toId" required defaultValue={chosen}>
      <option value="" disabled hidden />
      {[...departments, null].map((department) => (
        <optgroup key={department?.id ?? 'none'} label={department ? say(department.name, lng) : '—'}>
          {staff
            .filter((one) => one.departmentId === (department?.id ?? null) && one.id !== except)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {personName(person, lng)} · {say(person.post, lng)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
