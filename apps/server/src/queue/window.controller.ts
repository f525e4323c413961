import { Controller } from '@nestjs/common';
import * as operations from '@shouwen/contracts/http/queue.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { HallCommand } from '@shouwen/domain/hall/commands';
import { AppError } from '../platform/http/app-error.ts';
import { actorOf, ByCaller, type Caller } from '../platform/http/caller.ts';
import { CommandKey } from '../platform/http/command-key.ts';
import { Handles, Input } from '../platform/http/operation.decorator.ts';
import { DeskService } from './desk.service.ts';
import { Presence } from './presence.service.ts';
import { QueueService } from './queue.service.ts';

type Op = typeof operations;
interface Place {
  hallId: string;
  windowId: string;
}
/** A command at a window without what the session knows. */
type Wish = HallCommand extends infer C
  ? C extends { windowId: string; clerkId: string }
    ? Omit<C, 'windowId' | 'clerkId'>
    : never
  : never;

/** What a clerk does at a window, one key each. Every answer is the desk as it stands afterwards. */
@Controller()
export class WindowController {
  constructor(
    private readonly queue: QueueService,
    private readonly desks: DeskService,
    private readonly presence: Presence,
  ) {}

  @Handles(operations.viewDesk)
  desk(@Input() { params }: InputOf<Op['viewDesk']>, @ByCaller() caller: Caller): Promise<Desk> {
    return this.desks.read(params.hallId, params.windowId, clerkOf(caller));
  }

  @Handles(operations.openWindow)
  open(@Input() { params }: InputOf<Op['openWindow']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'open-window' });
  }

  @Handles(operations.closeWindow)
  close(@Input() { params }: InputOf<Op['closeWindow']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'close-window' });
  }

  @Handles(operations.pauseWindow)
  pause(@Input() { params, body }: InputOf<Op['pauseWindow']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'pause-window', ...body });
  }

  @Handles(operations.resumeWindow)
  resume(@Input() { params }: InputOf<Op['resumeWindow']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'resume-window' });
  }

  @Handles(operations.callNext)
  callNext(@Input() { params }: InputOf<Op['callNext']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'call-next' });
  }

  @Handles(operations.callChosen)
  callChosen(
    @Input() { params, body }: InputOf<Op['callChosen']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.run(params, caller, key, { type: 'call-chosen', ...body });
  }

  @Handles(operations.recall)
  recall(@Input() { params }: InputOf<Op['recall']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'recall' });
  }

  @Handles(operations.startServing)
  start(@Input() { params }: InputOf<Op['startServing']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'start' });
  }

  @Handles(operations.holdServing)
  hold(@Input() { params }: InputOf<Op['holdServing']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'hold' });
  }

  @Handles(operations.resumeServing)
  resumeServing(
    @Input() { params, body }: InputOf<Op['resumeServing']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.run(params, caller, key, { type: 'resume', ...body });
  }

  @Handles(operations.transferTicket)
  transfer(
    @Input() { params, body }: InputOf<Op['transferTicket']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.run(params, caller, key, { type: 'transfer', ...body });
  }

  @Handles(operations.putBack)
  putBack(@Input() { params }: InputOf<Op['putBack']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'put-back' });
  }

  @Handles(operations.finishServing)
  finish(
    @Input() { params, body }: InputOf<Op['finishServing']>,
    @ByCaller() caller: Caller,
    @CommandKey() key?: string,
  ) {
    return this.run(params, caller, key, { type: 'finish', ...body });
  }

  @Handles(operations.undoFinish)
  undo(@Input() { params }: InputOf<Op['undoFinish']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'undo-finish' });
  }

  @Handles(operations.markNoShow)
  noShow(@Input() { params }: InputOf<Op['markNoShow']>, @ByCaller() caller: Caller, @CommandKey() key?: string) {
    return this.run(params, caller, key, { type: 'no-show' });
  }

  private async run({ hallId, windowId }: Place, caller: Caller, key: string | undefined, wish: Wish): Promise<Desk> {
    const clerkId = clerkOf(caller);
    const command = { ...wish, windowId, clerkId } as HallCommand;
    await this.queue.run({ hallId, actor: actorOf(caller), key, command });
    this.presence.seen(hallId, windowId, clerkId);
    return this.desks.afterCommand(hallId, windowId, clerkId);
  }
}

function clerkOf(caller: Caller): string {
  if (caller.who !== 'staff') throw new AppError('not-signed-in');
  return caller.staffId;
}
