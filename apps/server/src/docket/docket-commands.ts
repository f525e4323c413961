import { Injectable } from '@nestjs/common';
import type { receiveCase } from '@shouwen/contracts/http/case.operations';
import type { registerContact } from '@shouwen/contracts/http/docket.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { DocketFile, OfficeNamed } from '@shouwen/contracts/views/docket.schema';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { parseTicketId } from '@shouwen/domain/ticket/ticket';
import type { Words } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';
import { DocketDesk } from './docket-desk.service.ts';
import { DocketReader } from './docket-reader.ts';
import { DocketService, type DocketRequest, type DocketResult } from './docket.service.ts';

/** What a request says, before the session adds who says it: words still as text. */
interface Wish {
  type: DocketCommand['type'];
  words?: string | null;
  /** Another office that is competent. */
  office?: OfficeNamed | null;
  [field: string]: unknown;
}

interface Citizen {
  name: string;
  telephone: string;
}

/** Commands of signed-in staff on the docket. The session says who; what they write goes to the words kept apart. */
@Injectable()
export class DocketCommands {
  constructor(
    private readonly docket: DocketService,
    private readonly desks: DocketDesk,
    private readonly reader: DocketReader,
  ) {}

  /** A step on a case or first contact; answers the file as it stands then. */
  async run(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    { words, office, ...wish }: Wish,
  ): Promise<DocketFile> {
    const officeNamed = Boolean(office?.name && (office.address || office.telephone));
    const said = office === undefined ? {} : { officeNamed, explained: Boolean(words) };
    const command = { ...wish, ...said, words: null, byId: staffOf(caller) } as unknown as DocketCommand;
    if (typeof wish['contactId'] === 'string') await this.desks.mustSee(hallId, wish['contactId'], staffOf(caller));
    const text = { ...(words ? { text: words } : {}), ...(office && officeNamed ? aboutOffice(office) : {}) };
    const { contactId } = await this.send(hallId, caller, key, command, Object.keys(text).length > 0 ? text : null);
    return this.desks.file(hallId, contactId, staffOf(caller));
  }

  send(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    command: DocketCommand,
    text: Words | null = null,
    alongside?: DocketRequest['alongside'],
  ): Promise<DocketResult> {
    return this.docket.run({ hallId, actor: actorOf(caller), key, command, text, ...(alongside && { alongside }) });
  }

  /** Opens a case (收件); from the ticket at the window the serving is found by the server, not believed. */
  async receive(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    body: InputOf<typeof receiveCase>['body'],
  ): Promise<DocketFile> {
    const { citizen, ticketId, ...wish } = body;
    const byId = staffOf(caller);
    const servingN = ticketId === null ? null : await this.servingOf(hallId, ticketId);
    const command: DocketCommand = { type: 'receive-case', ...wish, ticketId, servingN, byId, words: null };
    const { contactId } = await this.send(hallId, caller, key, command, aboutCitizen(citizen));
    return this.desks.file(hallId, contactId, byId);
  }

  async register(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    body: InputOf<typeof registerContact>['body'],
  ): Promise<DocketFile> {
    const { citizen, words, ...wish } = body;
    const byId = staffOf(caller);
    const text = { ...(words ? { text: words } : {}), ...aboutCitizen(citizen) };
    const command: DocketCommand = {
      type: 'register-contact',
      ...wish,
      ticketId: null,
      servingN: null,
      byId,
      words: null,
    };
    const { contactId } = await this.send(hallId, caller, key, command, Object.keys(text).length > 0 ? text : null);
    return this.desks.file(hallId, contactId, byId);
  }

  /** How many servings a ticket of today has had: the case is opened in the last one. */
  private async servingOf(hallId: string, ticketId: string): Promise<number> {
    const place = parseTicketId(ticketId);
    if (!place) throw new AppError('unknown-ticket');
    const [row] = (await this.reader.database.query(
      'select servings from ticket where hall_id = $1 and day = $2 and number = $3',
      [hallId, place.day, place.number],
    )) as { servings: number }[];
    if (!row) throw new AppError('unknown-ticket');
    return row.servings;
  }
}

/** What words say who somebody is and how to reach them; `null` when nothing does. */
export const aboutCitizen = (citizen: Citizen | null): Words | null => {
  const { name = '', telephone = '' } = citizen ?? {};
  return name || telephone ? { ...(name && { name }), ...(telephone && { telephone }) } : null;
};

const aboutOffice = ({ name, address, telephone }: OfficeNamed): Words => ({
  office: name,
  ...(address && { officeAddress: address }),
  ...(telephone && { officeTelephone: telephone }),
});

export function staffOf(caller: Caller): string {
  if (caller.who !== 'staff') throw new AppError('not-signed-in');
  return caller.staffId;
}
