import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Halls by where they stand, for whoever oversees a region; and the hall's own lines of the rollups in the order in which a region is
 * summed up, so that five thousand halls' are read without those of their windows and people in between.
 */
const REGIONS = `
create index catalogue_item_region on catalogue_item ((item->'region'->>'code') text_pattern_ops) where kind = 'hall';
create index figure_cell_hall on figure_cell (hall_id, grain, start) include (measures, waits) where scope = 'hall' and key = '' and cell = -1;`;

/** Regions. Forward only. */
export class Regions1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGIONS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only: write a new one.'));
  }
}
