import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { castByCode } from '@shouwen/contracts/http/rating.operations';
import type { CastReply, Rateable } from '@shouwen/contracts/views/rating.schema';
import { rateableUntil } from '@shouwen/domain/rating/decide-rating';
import { isBad, parseRatingId, ratingIdOf, type RatingChannel } from '@shouwen/domain/rating/rating';
import { parseTicketId } from '@shouwen/domain/ticket/ticket';
import { DocketReader } from '../docket/docket-reader.ts';
import { DocketService } from '../docket/docket.service.ts';
import { officer } from '../docket/present.ts';
import { readRateable } from '../docket/slice.ts';
import type { Words } from '../hall-log/personal-data.ts';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, type Caller } from '../platform/http/caller.ts';
import { TicketService } from '../queue/ticket.service.ts';

type Said = InputOf<typeof castByCode>['body'];

interface Asked {
  hallId: string;
  caller: Caller;
  key?: string | undefined;
}

/** Casting ratings. What was said in words stays outside the log; once cast, nothing here or elsewhere changes it. */
@Injectable()
export class RatingService {
  constructor(
    private readonly docket: DocketService,
    private readonly reader: DocketReader,
    private readonly tickets: TicketService,
  ) {}

  async cast(
    { hallId, caller, key }: Asked,
    channel: RatingChannel,
    windowId: string | null,
    { text, contact, ...said }: Said,
  ): Promise<CastReply> {
    const named = contact !== null;
    const { contactId } = await this.docket.run({
      hallId,
      actor: actorOf(caller),
      key,
      command: { type: 'cast-rating', channel, windowId, ...said, named, words: null },
      text: wordsOf(text, contact),
    });
    const reply = { ratingId: said.ratingId, bad: isBad(said.level) };
    // Nothing follows a good one, so nothing is read after it.
    if (!reply.bad) return { ...reply, number: null, verifyBy: null };
    const { petition } = await this.reader.one(hallId, { contactId });
    return { ...reply, number: contactId, verifyBy: petition?.dueBy ?? null };
  }

  /** By the code on the slip: only servings of that ticket. Errors: `unknown-ticket`, `unknown-serving`. */
  async castByCode(code: string, caller: Caller, key: string | undefined, said: Said): Promise<CastReply> {
    const { hallId } = await this.ofCode(code, said.ratingId);
    return this.cast({ hallId, caller, key }, 'phone', null, said);
  }

  async add(code: string, ratingId: string, caller: Caller, key: string | undefined, text: string): Promise<Rateable> {
    const { hallId } = await this.ofCode(code, ratingId);
    const command = { type: 'add-to-rating', ratingId, words: null } as const;
    await this.docket.run({ hallId, actor: actorOf(caller), key, command, text: { text } });
    return (await this.rateable(code)).find((one) => one.ratingId === ratingId)!;
  }

  /** Servings of the ticket that ended, with what was chosen: the holder of the slip may see their own. */
  async rateable(code: string): Promise<Rateable[]> {
    const { hallId, ticketId } = await this.tickets.ofCode(code);
    const { day, number } = parseTicketId(ticketId)!;
    const { catalogue, context } = await this.reader.present(hallId);
    const rows = (await this.reader.database.query(
      'select n from serving where hall_id = $1 and day = $2 and number = $3 and ended_at is not null order by n',
      [hallId, day, number],
    )) as { n: number }[];
    const ids = rows.map(({ n }) => ratingIdOf(ticketId, n));
    const found = await Promise.all(ids.map((id) => readRateable(this.reader.database, hallId, id)));
    return ids.map((ratingId, index) => {
      const { serving, rating } = found[index]!;
      const until = rateableUntil(serving, 'phone', context);
      const open = context.now < until;
      return {
        ratingId,
        windowId: serving.windowId,
        matterId: serving.matterId,
        clerk: officer(serving.clerkId, catalogue),
        endedAt: serving.endedAt!,
        until,
        level: rating?.level ?? null,
        canRate: open && rating === null,
        canAdd: open && rating !== null && rating.addedAt === null,
      };
    });
  }

  /** The hall of a code, when the serving is one of its ticket's: a code opens nothing else. */
  private async ofCode(code: string, ratingId: string): Promise<{ hallId: string }> {
    const { hallId, ticketId } = await this.tickets.ofCode(code);
    if (parseRatingId(ratingId)?.ticketId !== ticketId) throw new AppError('unknown-serving');
    return { hallId };
  }
}

function wordsOf(text: string, contact: Said['contact']): Words | null {
  const words = { ...(text && { text }), ...(contact?.name && { name: contact.name }) };
  const all = { ...words, ...(contact && { telephone: contact.telephone }) };
  return Object.keys(all).length > 0 ? all : null;
}
