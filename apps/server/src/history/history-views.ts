import type { ImportedCaseView, OfficerElsewhere } from '@shouwen/contracts/views/history.schema';
import {
  beganAt,
  endOf,
  firstOfficer,
  handOversOf,
  stateOf,
  type ImportedCase,
} from '@shouwen/domain/history/imported-case';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';

/** An imported case as staff read it. Pure. */
export function toImportedView(item: ImportedCase, { staff, rules, workCalendar }: HallCatalogue): ImportedCaseView {
  const { timeZone, dayStartsAt } = rules.hall;
  const dayOf = (at: number): string => serviceDayOf(at, timeZone, dayStartsAt);
  const [began, ended] = [beganAt(item), endOf(item)];
  const officer = (id: string | null): OfficerElsewhere | null => {
    if (id === null) return null;
    const person = staff.find((one) => one.id === item.staff[id]);
    if (!person) return { id, here: null };
    const { name, latinName, post, telephone } = person;
    return { id, here: { id: person.id, name, latinName, post, telephone } };
  };
  const { source, number, matterId, department, channel, deadlineAt } = item;
  return {
    source,
    number,
    state: stateOf(item),
    matterId,
    department,
    channel,
    responsible: officer(item.responsible),
    firstReceiver: officer(firstOfficer(item)),
    beganAt: began,
    endedAt: ended,
    deadlineAt,
    late: ended !== null && deadlineAt !== null && ended > deadlineAt,
    handOvers: handOversOf(item).length,
    workingDays: ended === null ? null : workCalendar.between(dayOf(began), dayOf(ended)),
    steps: item.steps.map(({ at, name, by, means }) => ({ at, name, by: officer(by), means })),
  };
}
