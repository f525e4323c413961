import type { Me } from '@shouwen/contracts/http/access.operations';
import { changeCatalogue } from '@shouwen/contracts/http/hall.operations';
import type { Operation } from '@shouwen/contracts/http/operation';
import { enterPaper, viewResults } from '@shouwen/contracts/http/questionnaire.operations';

const allows = ({ access }: Operation, role: Me['role']): boolean =>
  access.who === 'staff' && (access.roles as readonly string[]).includes(role);

/** What a role is offered with questionnaires, by the operations themselves; the server decides anyway. */
export const offeredTo = (role: Me['role']) => ({
  builds: allows(changeCatalogue, role),
  enters: allows(enterPaper, role),
  reads: allows(viewResults, role),
});
