import { Injectable } from '@nestjs/common';
import type { registerDisclosure } from '@shouwen/contracts/http/disclosure.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import type { Disclosure } from '@shouwen/domain/disclosure/disclosure';
import { statutoryTable, type TableRow } from '@shouwen/domain/disclosure/statutory-table';
import { aboutCitizen } from '../docket/docket-commands.ts';
import { DocketDesk } from '../docket/docket-desk.service.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { DocketService } from '../docket/docket.service.ts';
import { ProgressService } from '../docket/progress.service.ts';
import { petitionFromRow } from '../docket/rows.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';

/** Requests for disclosure: received at the desk and online, counted in the shape of the annual report. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly docket: DocketService,
    private readonly reader: DocketReader,
    private readonly desks: DocketDesk,
    private readonly progress: ProgressService,
  ) {}

  async register(
    hallId: string,
    caller: Caller,
    key: string | undefined,
    { channel, applicant, departmentId, words, citizen }: InputOf<typeof registerDisclosure>['body'],
  ): Promise<Receipt> {
    const byId = caller.who === 'staff' ? caller.staffId : 'citizen';
    const { contactId } = await this.docket.run({
      hallId,
      actor: actorOf(caller),
      key,
      command: { type: 'register-disclosure', byId, channel, applicant, departmentId, words: null },
      text: { text: words, ...aboutCitizen(citizen) },
    });
    return this.progress.receipt(hallId, contactId);
  }

  async table(hallId: string, me: string, year: number) {
    return {
      year,
      rows: await this.rows(hallId, year),
      items: await this.desks.petitions(hallId, me, 'disclosure'),
    };
  }

  /** The table of a year needs what was carried over from those before it. */
  async rows(hallId: string, year: number): Promise<TableRow[]> {
    const span = { from: '0001-01-01', until: `${year}-12-31` };
    const all = (await this.reader.petitions(hallId, 'disclosure', span)).map(petitionFromRow) as Disclosure[];
    return statutoryTable(all, year);
  }
}
