import { Controller } from '@nestjs/common';
import {
  changeCatalogue,
  listHalls,
  listHeads,
  listStaff,
  setExampleClock,
  viewCatalogue,
} from '@shouwen/contracts/http/hall.operations';
import type { InputOf, ReplyOf } from '@shouwen/contracts/http/operation';
import { ByCaller, type Caller, actorOf } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { Keys } from '../platform/keys/keys.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ExampleHall } from './example-hall.ts';

@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly log: LogReader,
    private readonly keys: Keys,
    private readonly example: ExampleHall,
  ) {}

  @Handles(listHalls)
  async halls(): Promise<ReplyOf<typeof listHalls>> {
    const ids = await this.log.hallIds();
    const catalogues = await Promise.all(ids.map((id) => this.catalogues.current(id).catch(() => null)));
    return catalogues.flatMap((catalogue) =>
      catalogue
        ? [{ id: catalogue.rules.hall.id, name: catalogue.published.hall.name, example: catalogue.rules.hall.example }]
        : [],
    );
  }

  @Handles(viewCatalogue)
  async catalogue(@Input() { params }: InputOf<typeof viewCatalogue>): Promise<ReplyOf<typeof viewCatalogue>> {
    return (await this.catalogues.current(params.hallId)).published;
  }

  @Handles(listStaff)
  async staff(@Input() { params }: InputOf<typeof listStaff>): Promise<ReplyOf<typeof listStaff>> {
    return (await this.catalogues.current(params.hallId)).staff;
  }

  @Handles(listHeads)
  async heads(@Input() { params }: InputOf<typeof listHeads>): Promise<ReplyOf<typeof listHeads>> {
    await this.log.head(params.hallId);
    return { publicKeyPem: this.keys.publicKeyPem(), heads: await this.log.heads(params.hallId) };
  }

  @Handles(changeCatalogue)
  change(
    @Input() { params, body }: InputOf<typeof changeCatalogue>,
    @ByCaller() caller: Caller,
    @CommandKey() key: string | undefined,
  ): Promise<ReplyOf<typeof changeCatalogue>> {
    return this.catalogues.change(params.hallId, body.changes, actorOf(caller), { key, basedOn: body.basedOn });
  }

  @Handles(setExampleClock)
  clock(@Input() { params, body }: InputOf<typeof setExampleClock>): Promise<ReplyOf<typeof setExampleClock>> {
    return this.example.setClock(params.hallId, body.now, body.speed);
  }
}
