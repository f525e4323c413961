import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocketCommand } from '@shouwen/domain/docket/commands';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import { DocketService } from '../docket/docket.service.ts';
import { Log } from '../platform/logging/log.ts';

const KNOWN = 'select 1 from inspection where hall_id = $1 limit 1';
/** Working days from today to the inspection of the quarter. */
const QUARTER_IN = 10;

/**
 * Inspections of the example hall: the month's for today, the quarter's in two weeks, and an order that somebody has to answer. They are
 * given by its supervisor through the rules, once; like all of the hall they are marked as the example's.
 */
@Injectable()
export class ExampleInspections implements OnModuleDestroy {
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly docket: DocketService,
    private readonly log: Log,
  ) {}

  onModuleDestroy(): Promise<void> {
    return this.filling;
  }

  /** @returns when everything is written. */
  start(first: Promise<void> = Promise.resolve()): Promise<void> {
    this.filling = first
      .then(() => this.fill())
      .catch((error: unknown) => this.log.warn({ error }, 'the example inspections are not complete'));
    return this.filling;
  }

  private async fill(): Promise<void> {
    if (((await this.database.query(KNOWN, [EXAMPLE_HALL_ID])) as unknown[]).length > 0) return;
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { day, calendar } = this.docket.context(EXAMPLE_HALL_ID, catalogue);
    const supervisors = catalogue.staff.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
    const [byId] = supervisors;
    const department = catalogue.published.departments.find(({ headId }) => headId !== null && headId !== byId);
    if (byId === undefined || !department) return;
    const plan = { type: 'plan-inspection', byId, inspectors: supervisors } as const;
    await this.give('monthly', { ...plan, round: 'monthly', day });
    await this.give('quarterly', { ...plan, round: 'quarterly', day: calendar.after(day, QUARTER_IN) });
    const order = { toId: null, departmentId: department.id, windowId: null, days: 1, words: null } as const;
    await this.give('order', { type: 'give-order', byId, ...order }, '请说明本科室窗口中午轮班如何安排,并报值班表。');
  }

  private async give(key: string, command: DocketCommand, text?: string): Promise<void> {
    const words = text === undefined ? null : { text };
    const request = { hallId: EXAMPLE_HALL_ID, actor: 'simulator', key: `example-inspection-${key}` };
    await this.docket.run({ ...request, command, text: words });
  }
}
