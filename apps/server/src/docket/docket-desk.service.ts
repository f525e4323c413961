import { Injectable } from '@nestjs/common';
import { maySee } from '@shouwen/domain/petition/may-see';
import { DOCKET_FILTERS, type DocketFilter, type listDocket } from '@shouwen/contracts/http/docket.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { PetitionKind } from '@shouwen/domain/petition/petition';
import type { CardView, DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';
import { SHOWN_BY } from './docket-filter.ts';
import { DocketReader, type Held } from './docket-reader.ts';
import { aboutOf, byRed, toCard, toFile, toItem } from './docket-views.ts';
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
    if (!visible(held, me, present)) throw new AppError('unknown-contact');
    return toFile(held, me, mine, seq, this.clocks.of(hallId), present);
  }

  /** Errors: `unknown-contact` for what this person may not look at: nobody learns that it is there. */
  async mustSee(hallId: string, contactId: string, me: string): Promise<void> {
    const held = await this.reader.one(hallId, { contactId });
    if (!visible(held, me, await this.reader.present(hallId))) throw new AppError('unknown-contact');
  }

  /** What a person owes, in order of what goes red first, and the cards that wait for their word. */
  async mine(hallId: string, me: string) {
    const present = await this.reader.present(hallId);
    const mine = this.reader.actsForWhom(me, present.catalogue, present.context.day);
    const leads = ['supervisor', 'director'].includes(present.context.catalogue.staff[me]?.role ?? '');
    const heads = Object.values(present.context.catalogue.departments).some(({ headId }) => headId === me);
    const held = leads || heads ? await this.reader.open(hallId, null) : await this.reader.ofPeople(hallId, mine);
    const unseen = await this.reader.unseenByContact(hallId);
    const items = held
      .filter((one) => visible(one, me, present))
      .map((one) => ({ ...toItem(one, me, mine, present), unacknowledged: unseen.get(one.contact.id) ?? 0 }))
      .filter(({ owes }) => owes !== 'watch')
      .sort(byRed);
    return { items, cards: await this.cards(hallId, mine, me, present) };
  }

  /** What is open of the hall or of my department, narrowed as asked; how many each filter would show stands beside it. */
  async docket(hallId: string, me: string, wish: InputOf<typeof listDocket>['query']) {
    const present = await this.reader.present(hallId);
    const { catalogue, context } = present;
    const mine = this.reader.actsForWhom(me, catalogue, context.day);
    const ownDepartment = context.catalogue.staff[me]?.departmentId ?? '';
    const departmentId = wish.scope === 'department' ? ownDepartment : (wish.departmentId ?? null);
    const unseen = await this.reader.unseenByContact(hallId);
    const all = (await this.reader.open(hallId, departmentId))
      .filter((one) => visible(one, me, present))
      .map((one) => ({ ...toItem(one, me, mine, present), unacknowledged: unseen.get(one.contact.id) ?? 0 }))
      .filter(({ answerable, matterId }) => isAsked(wish.staffId, answerable.id) && isAsked(wish.matterId, matterId))
      .sort(byRed);
    const shown = (filter: DocketFilter) => all.filter((item) => SHOWN_BY[filter](item, context.day));
    const counts = Object.fromEntries(DOCKET_FILTERS.map((filter) => [filter, shown(filter).length]));
    const items = shown(wish.filter);
    return { counts, total: items.length, items: items.slice(0, wish.limit) };
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
    const present = await this.reader.present(hallId);
    const { story, words, ...held } = await this.reader.whole(hallId, card.contactId);
    return toCard(card, aboutOf(held), story, words, present);
  }

  private async cards(hallId: string, to: readonly string[], me: string, present: Present): Promise<CardView[]> {
    const { cards, story, words } = await this.reader.unacknowledged(hallId, to);
    return cards
      .filter(({ held }) => visible(held, me, present))
      .map(({ card, held }) => toCard(card, aboutOf(held), story, words, present));
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
const visible = ({ contact, petition }: Held, me: string, { context }: Present): boolean =>
  petition === null || maySee(petition, contact, me, context);

const isAsked = (wanted: string | undefined, is: string | null): boolean => wanted === undefined || wanted === is;
