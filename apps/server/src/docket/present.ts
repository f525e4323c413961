import type { Officer } from '@shouwen/contracts/views/docket.schema';
import type { DocketContext } from '@shouwen/domain/docket/context';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';

/** The hall as it is now, for views. */
export interface Present {
  catalogue: HallCatalogue;
  context: DocketContext;
}

/** A member of staff in office, as colleagues and citizens see them. */
export function officer(id: string, { staff }: HallCatalogue): Officer {
  const person = staff.find((one) => one.id === id);
  if (!person) return { id, name: id, latinName: id, post: { zh: '已离岗', en: 'no longer in office' }, telephone: '' };
  const { name, latinName, post, telephone } = person;
  return { id, name, latinName, post, telephone };
}
