import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { sayOpinion } from '@shouwen/contracts/http/opinion.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import type { PublicOfficer } from '@shouwen/contracts/views/petition.schema';
import { closingRates, type ClosingRate } from '@shouwen/domain/opinion/closing-rate';
import type { Opinion, OpinionSource } from '@shouwen/domain/opinion/opinion';
import { parseTicketId } from '@shouwen/domain/ticket/ticket';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { aboutCitizen } from '../docket/docket-commands.ts';
import { DocketDesk } from '../docket/docket-desk.service.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { DocketService } from '../docket/docket.service.ts';
import { ProgressService } from '../docket/progress.service.ts';
import { petitionFromRow } from '../docket/rows.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';
import { TicketService } from '../queue/ticket.service.ts';

type Said = Omit<InputOf<typeof sayOpinion>['body'], 'ticketCode'> & { ticketCode?: string | null };

/** Who says it, where, and the key that makes a repeat harmless. */
export interface Saying {
  hallId: string;
  caller: Caller;
  key?: string | undefined;
  source: OpinionSource;
}

const OF_TICKET = 'select distinct clerk_id from serving where hall_id = $1 and day = $2 and number = $3';
const AT_WINDOW = `select clerk_id from serving where hall_id = $1 and day = $2 and window_id = $3
  union select clerk_id from window_day where hall_id = $1 and day = $2 and window_id = $3 and clerk_id is not null`;

/** What citizens say of the hall: registered with whom it is about found from the data, counted by where it came from. */
@Injectable()
export class OpinionService {
  constructor(
    private readonly docket: DocketService,
    private readonly reader: DocketReader,
    private readonly desks: DocketDesk,
    private readonly progress: ProgressService,
    private readonly tickets: TicketService,
    private readonly catalogues: CatalogueService,
  ) {}

  /** Errors: `unknown-ticket` for a slip that is not this hall's, `unknown-subject`. */
  async register({ hallId, caller, key, source }: Saying, said: Said): Promise<Receipt> {
    const { opinion, subject, matterId, citizen, words } = said;
    const { catalogue, context } = await this.reader.present(hallId);
    const ticketId = said.ticketCode ? await this.tickets.ticketOf(hallId, said.ticketCode) : null;
    const about = aboutCitizen(citizen);
    const { contactId } = await this.docket.run({
      hallId,
      actor: actorOf(caller),
      key,
      command: {
        type: 'register-opinion',
        byId: caller.who === 'staff' ? caller.staffId : 'citizen',
        opinion,
        source,
        subject,
        matterId,
        ticketId,
        clerkIds: await this.clerksOf(hallId, ticketId, subject.windowId, context.day, catalogue),
        named: about !== null,
        words: null,
      },
      text: { text: words, ...about },
    });
    return this.progress.receipt(hallId, contactId);
  }

  /** Who served the slip, or sat at the window that day; when nobody did, whose place it is. */
  private async clerksOf(
    hallId: string,
    ticketId: string | null,
    windowId: string | null,
    day: string,
    catalogue: HallCatalogue,
  ): Promise<string[]> {
    const place = ticketId === null ? null : parseTicketId(ticketId);
    const query = (sql: string, parameters: unknown[]) =>
      this.reader.database.query(sql, parameters) as Promise<{ clerk_id: string }[]>;
    const served = place ? await query(OF_TICKET, [hallId, place.day, place.number]) : [];
    if (windowId === null) return served.map(({ clerk_id: id }) => id);
    const seated = (await query(AT_WINDOW, [hallId, day, windowId])).map(({ clerk_id: id }) => id);
    const usual = catalogue.staff.filter(({ homeWindowId }) => homeWindowId === windowId).map(({ id }) => id);
    return [...served.map(({ clerk_id: id }) => id), ...(seated.length > 0 ? seated : usual)];
  }

  async board(hallId: string, me: string, span: { from: string; until: string }) {
    return {
      ...span,
      rates: await this.rates(hallId, span),
      items: await this.desks.petitions(hallId, me, 'opinion'),
    };
  }

  async rates(hallId: string, span: { from: string; until: string }): Promise<ClosingRate[]> {
    return closingRates((await this.reader.petitions(hallId, 'opinion', span)).map(petitionFromRow) as Opinion[]);
  }

  async officers(hallId: string): Promise<PublicOfficer[]> {
    const { staff } = await this.catalogues.current(hallId);
    return staff.map(({ id, name, latinName, post }) => ({ id, name, latinName, post }));
  }
}
