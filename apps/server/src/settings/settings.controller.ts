import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/settings.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { AppError } from '../platform/http/app-error.ts';
import { CalendarPreviewService } from './calendar-preview.service.ts';
import { RosterService } from './roster.service.ts';
import { SavedChangesService } from './saved-changes.service.ts';
import { StandardsService } from './standards.service.ts';

type Op = typeof operations;

/** What is looked at before the catalogue is changed, and taking a change back. */
@Controller()
export class SettingsController {
  constructor(
    private readonly calendars: CalendarPreviewService,
    private readonly rosters: RosterService,
    private readonly standards: StandardsService,
    private readonly saved: SavedChangesService,
  ) {}

  @Handles(operations.previewCalendar)
  previewCalendar(@Input() { params, body }: InputOf<Op['previewCalendar']>) {
    return this.calendars.preview(params.hallId, body.changes);
  }

  @Handles(operations.listCatalogueChanges)
  changes(@Input() { params, query }: InputOf<Op['listCatalogueChanges']>) {
    return this.saved.list(params.hallId, query.kinds.split(','));
  }

  @Handles(operations.undoCatalogueChange)
  undo(
    @Input() { params, body }: InputOf<Op['undoCatalogueChange']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    if (caller.who !== 'staff') throw new AppError('not-signed-in');
    return this.saved.undo(params.hallId, body.seq, { role: caller.role, actor: actorOf(caller), key });
  }

  @Handles(operations.viewRoster)
  roster(@Input() { params }: InputOf<Op['viewRoster']>) {
    return this.rosters.view(params.hallId);
  }

  @Handles(operations.previewRoster)
  previewRoster(@Input() { params, body }: InputOf<Op['previewRoster']>) {
    return this.rosters.preview(params.hallId, body.steps);
  }

  @Handles(operations.changeRoster)
  changeRoster(
    @Input() { params, body }: InputOf<Op['changeRoster']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.rosters.change(params.hallId, body.steps, actorOf(caller), { key, basedOn: body.basedOn });
  }

  @Handles(operations.viewStandards)
  viewStandards(@Input() { params, query }: InputOf<Op['viewStandards']>) {
    return this.standards.view(params.hallId, query.days);
  }
}
