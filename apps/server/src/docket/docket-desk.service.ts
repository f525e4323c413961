import { Injectable } from '@nestjs/common';
import { maySee } from '@shouwen/domain/petition/may-see';
import type { PetitionKind } from '@shouwen/domain/petition/petition';
import type { CardView, DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';
import { DocketReader, type Held } from './docket-reader.ts';
import { byRed, toCard, toFile, toItem } from './docket-views.ts';
import type { Present } from './present.ts';

/** What members of staff see of the docket: a file, what they owe, everything in trouble. */
@Injectable()
export class DocketDesk {
  constructor(
    private readonly reader: DocketReader,
    private readonly clocks: HallClocks,
    private readonly catalogues: CatalogueService,
  ) {}

  async file(hallId: string, contactId: string, me: string): Promise<DocketFile> {
    const { seq, ...present } = await this.reader.present(hallId);
    const mine = this.reader.actsForWhom(me, present.catalogue, present.context.day);
    const held = await this.reader.whole(hallId, contactId);
    if (!visible(held, me, present)) throw new AppError('concerned');
    return toFile(held, me, mine, seq, this.clocks.of(hallId), present);
  }

  /** What a person owes, in order of what goes red first, and the cards that wait for their word. */
  async mine(hallId: string, me: string) {
    const present = await this.reader.present(hallId);
    const mine = this.reader.actsForWhom(me, present.catalogue, present.context.day);
    const leads = ['supervisor', 'director'].includes(present.context.catalogue.staff[me]?.role ?? '');
    const heads = Object.values(present.context.catalogue.departments).some(({ headId }) => headId === me);
    const held = leads || heads ? await this.reader.open(hallId, null) : await this.reader.ofPeople(hallId, mine);
    const items = held
      .filter((one) => visible(one, me, present))
      .map((one) => toItem(one, me, mine, present))
      .filter(({ owes }) => owes !== 'watch')
      .sort(byRed);
    return { items, cards: await this.cards(hallId, mine, me) };
  }

  /** Everything open in a hall or a department; `trouble` only what is yellow, red or waits for somebody. */
  async docket(hallId: string, me: string, show: 'trouble' | 'open' | 'department') {
    const present = await this.reader.present(hallId);
    const { catalogue, context } = present;
    const mine = this.reader.actsForWhom(me, catalogue, context.day);
    const departmentId = show === 'department' ? (context.catalogue.staff[me]?.departmentId ?? '') : null;
    const all = (await this.reader.open(hallId, departmentId))
      .filter((one) => visible(one, me, present))
      .map((one) => toItem(one, me, mine, present))
      .sort(byRed);
    const waiting = (state: string) => state === 'offered' || state === 'awaits-appointment';
    const grave = (level: string | null) => level === 'red' || level === 'legal-red';
    const counts = {
      open: all.length,
      yellow: all.filter(({ level }) => level === 'yellow').length,
      red: all.filter(({ level }) => grave(level)).length,
      unacknowledged: all.filter(({ state }) => state === 'offered').length,
      awaiting: all.filter(({ state }) => state === 'awaits-appointment').length,
      thirdVisits: all.filter(({ thirdVisit }) => thirdVisit !== null).length,
    };
    const items =
      show === 'trouble'
        ? all.filter(({ level, state, thirdVisit }) => level !== null || thirdVisit !== null || waiting(state))
        : all;
    return { counts, items, cards: await this.cards(hallId, null, me) };
  }

  /** Open petitions of a kind, as far as this person may see them, in order of what goes red first. */
  async petitions(hallId: string, me: string, kind: PetitionKind): Promise<DocketItem[]> {
    const present = await this.reader.present(hallId);
    const mine = this.reader.actsForWhom(me, present.catalogue, present.context.day);
    return (await this.reader.open(hallId, null))
      .filter((one) => one.petition?.kind === kind && visible(one, me, present))
      .map((one) => toItem(one, me, mine, present))
      .sort(byRed);
  }

  async card(hallId: string, cardId: string): Promise<CardView> {
    const card = await this.reader.card(hallId, cardId);
    const present = { ...(await this.reader.present(hallId)) };
    const { story, words, file, contact } = await this.reader.whole(hallId, card.contactId);
    return toCard(card, file?.matterId ?? contact.matterId, story, words, present);
  }

  private async cards(hallId: string, to: readonly string[] | null, me: string): Promise<CardView[]> {
    const cards = await this.reader.unacknowledged(hallId, to);
    const present = await this.reader.present(hallId);
    const files = new Map<string, Awaited<ReturnType<DocketReader['whole']>>>();
    for (const { contactId } of cards) {
      if (!files.has(contactId)) files.set(contactId, await this.reader.whole(hallId, contactId));
    }
    const shown = cards.filter(({ contactId }) => visible(files.get(contactId)!, me, present));
    return shown.map((card) => {
      const { story, words, file, contact } = files.get(card.contactId)!;
      return toCard(card, file?.matterId ?? contact.matterId, story, words, present);
    });
  }

  /** The contact behind a number, of a case or a card. */
  async find(hallId: string, number: string, me: string): Promise<DocketFile> {
    await this.catalogues.current(hallId);
    const ids = number.includes('-F-') ? { contactId: number } : { caseId: number };
    const { contact } = await this.reader.one(hallId, ids);
    return this.file(hallId, contact.id, me);
  }
}

/** Whether somebody may see a file at all: what is said about people is not for everybody, and never for them. */
export const visible = ({ contact, petition }: Held, me: string, { context }: Present): boolean =>
  petition === null || maySee(petition, contact, me, context);
