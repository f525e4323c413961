import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import type { RosterStep } from '@shouwen/contracts/http/settings.operations';
import type { Roster, RosterPreview } from '@shouwen/contracts/views/settings.schema';
import { coverChanges } from '@shouwen/domain/first-contact/roster';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';

/** Leaves and stand-ins (AB 岗与请假): what they are, whose matters they send to whom, and changing them. */
@Injectable()
export class RosterService {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
  ) {}

  async view(hallId: string): Promise<Roster> {
    const { seq, rules } = await this.catalogues.current(hallId);
    const leaves = Object.values(rules.leaves).sort((a, b) => (a.from < b.from ? -1 : 1));
    return { day: this.today(hallId, rules), catalogueSeq: seq, leaves, open: await this.open(hallId) };
  }

  /** Who would act for whom, and with how many open matters. Errors as for saving. */
  async preview(hallId: string, steps: readonly RosterStep[]): Promise<RosterPreview> {
    const present = await this.catalogues.current(hallId);
    const next = await this.catalogues.preview(hallId, this.changes(hallId, present, steps));
    const open = await this.open(hallId);
    const changes = coverChanges(this.today(hallId, present.rules), present.rules, next.rules);
    return changes.map((change) => ({ ...change, open: open[change.staffId] ?? 0 }));
  }

  /** Errors: `nobody-acts`, `unknown-staff`, `catalogue-moved` when the roster is no longer the one that was looked at. */
  async change(
    hallId: string,
    steps: readonly RosterStep[],
    actor: string,
    { key, basedOn }: { key?: string | undefined; basedOn?: number | undefined },
  ): Promise<{ seq: number }> {
    const present = await this.catalogues.current(hallId);
    const changes = this.changes(hallId, present, steps);
    return this.catalogues.change(hallId, changes, actor, { key, basedOn: basedOn ?? present.seq });
  }

  private changes(hallId: string, catalogue: HallCatalogue, steps: readonly RosterStep[]): CatalogueChange[] {
    const today = this.today(hallId, catalogue.rules);
    return steps.map((step, index) => {
      switch (step.step) {
        case 'leave': {
          const { staffId, from, until } = step;
          if (!catalogue.rules.staff[staffId]) throw new AppError('unknown-staff');
          const id = `leave-${catalogue.seq}-${index}`;
          return { kind: 'leave', id, item: { id, staffId, from, until } };
        }
        case 'end-leave': {
          const leave = catalogue.rules.leaves[step.leaveId];
          if (!leave) throw new AppError('unknown-leave');
          // Days on which somebody was away stay as they were; a leave without any is taken back whole.
          const until = step.until ?? addDays(today, -1);
          return { kind: 'leave', id: leave.id, item: until < leave.from ? null : { ...leave, until } };
        }
        case 'stand-in': {
          const person = catalogue.staff.find(({ id }) => id === step.staffId);
          if (!person) throw new AppError('unknown-staff');
          return { kind: 'staff', id: person.id, item: { ...person, standInId: step.standInId } };
        }
      }
    });
  }

  /** Open matters by the person who answers for them. */
  private async open(hallId: string): Promise<Record<string, number>> {
    const rows = (await this.database.query(
      'select answerable_id as id, count(*)::int as n from first_contact where hall_id = $1 and closed_at is null group by 1',
      [hallId],
    )) as { id: string; n: number }[];
    return Object.fromEntries(rows.map(({ id, n }) => [id, n]));
  }

  private today(hallId: string, { hall }: HallCatalogue['rules']): string {
    return serviceDayOf(this.clocks.now(hallId), hall.timeZone, hall.dayStartsAt);
  }
}
