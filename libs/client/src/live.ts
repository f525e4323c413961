import {
  SOCKET_PATH,
  type ClientToServer,
  type HallEvents,
  type HallQueues,
  type ServerToClient,
  type ToldAlarm,
} from '@shouwen/contracts/live/live';
import type { PublicBoard, PublicCall, StaffBoard } from '@shouwen/contracts/views/board.schema';
import { viewBoard, viewStaffBoard } from '@shouwen/contracts/http/hall.operations';
import { io, type Socket } from 'socket.io-client';
import { applyEvents, applyQueues } from './board-reducer.ts';
import { runClock, type RunningClock } from './clock.ts';
import type { Api } from './http.ts';

export type Audience = 'public' | 'staff';
export type BoardOf<A extends Audience> = A extends 'staff' ? StaffBoard : PublicBoard;

/** `live`: in step with the hall. `stale`: cut off, still trying; what is shown is of `since`. `refused`: not signed in any more. */
export type Connection = 'connecting' | 'live' | 'stale' | 'refused';

export interface LiveState<A extends Audience> {
  board: BoardOf<A> | null;
  connection: Connection;
  /** When the connection last changed, ms of this machine's clock. */
  since: number;
  clock: RunningClock | null;
}

/** A call, once. `caughtUp`: found in a snapshot after the screen had been away. */
export type CallListener = (call: PublicCall & { caughtUp: boolean }) => void;

/** What went on in the log: the kinds of the events heard, or `null` when the board was read afresh and anything may have happened. */
export type LogListener = (kinds: readonly string[] | null) => void;

/** Something happened to the hall's alarms; the list is what this person is told of. */
export type AlarmListener = (told: readonly ToldAlarm[]) => void;

export interface Live<A extends Audience> {
  getState(): LiveState<A>;
  subscribe(listener: () => void): () => void;
  onCall(listener: CallListener): () => void;
  onLog(listener: LogListener): () => void;
  onAlarms(listener: AlarmListener): () => void;
  /** Somebody is called back to a window. */
  onCalledBack(listener: (windowId: string) => void): () => void;
  /** The catalogue changed on the server. */
  onCatalogue(listener: () => void): () => void;
  /** Tells that the clerk touched a key at a window. */
  active(windowId: string): void;
  close(): void;
}

export interface LiveOptions<A extends Audience> {
  hallId: string;
  audience: A;
  api: Api;
  baseUrl?: string;
  /** Token outside a browser; cookies inside. */
  token?: string;
}

/** A thousand screens that lost the same server do not all ask at once, ms. */
const JITTER_MS = 400;
/** Ranges move with time even when nothing happens: a fresh snapshot this often, ms. */
const REFRESH_MS = 60_000;

/** Keeps a board in step with the hall: snapshot, events on top, snapshot again after a gap or a reconnect. Never gives up. */
export function connectLive<A extends Audience>(options: LiveOptions<A>): Live<A> {
  return new LiveBoard(options);
}

class LiveBoard<A extends Audience> implements Live<A> {
  private state: LiveState<A> = { board: null, connection: 'connecting', since: Date.now(), clock: null };
  private readonly listeners = new Set<() => void>();
  private readonly callListeners = new Set<CallListener>();
  private readonly logListeners = new Set<LogListener>();
  private readonly catalogueListeners = new Set<() => void>();
  private readonly alarmListeners = new Set<AlarmListener>();
  private readonly calledBackListeners = new Set<(windowId: string) => void>();
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly refresher: ReturnType<typeof setInterval>;
  private lastCall = 0;
  private reading = false;
  private again = false;
  private closed = false;

  constructor(private readonly options: LiveOptions<A>) {
    this.socket = io(options.baseUrl ?? '', {
      path: SOCKET_PATH,
      transports: ['websocket', 'polling'],
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      ...(options.token ? { auth: { token: options.token } } : {}),
    });
    this.socket.on('connect', () => void this.join());
    this.socket.on('disconnect', (reason) => {
      this.become('stale');
      // A server that closes us on purpose is not tried again by the library.
      if (reason === 'io server disconnect') setTimeout(() => this.closed || this.socket.connect(), 1_000);
    });
    this.socket.on('connect_error', () => this.become(this.state.board ? 'stale' : 'connecting'));
    const events = options.audience === 'staff' ? 'hall.staff-events.v1' : 'hall.events.v1';
    const queues = options.audience === 'staff' ? 'hall.staff-queues.v1' : 'hall.queues.v1';
    this.socket.on(events as 'hall.events.v1', (message) => this.hearEvents(message));
    this.socket.on(queues as 'hall.queues.v1', (message) => this.hearQueues(message));
    this.socket.on('hall.changed.v1', ({ what }) => {
      if (what === 'catalogue') for (const listener of this.catalogueListeners) listener();
      void this.read();
    });
    this.socket.on('hall.alarms.v1', ({ told }) => {
      for (const listener of this.alarmListeners) listener(told);
    });
    this.socket.on('hall.called-back.v1', ({ windowId }) => {
      for (const listener of this.calledBackListeners) listener(windowId);
    });
    this.refresher = setInterval(() => this.state.connection === 'live' && void this.read(), REFRESH_MS);
  }

  getState(): LiveState<A> {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onCall(listener: CallListener): () => void {
    this.callListeners.add(listener);
    return () => this.callListeners.delete(listener);
  }

  onLog(listener: LogListener): () => void {
    this.logListeners.add(listener);
    return () => this.logListeners.delete(listener);
  }

  onCatalogue(listener: () => void): () => void {
    this.catalogueListeners.add(listener);
    return () => this.catalogueListeners.delete(listener);
  }

  onAlarms(listener: AlarmListener): () => void {
    this.alarmListeners.add(listener);
    return () => this.alarmListeners.delete(listener);
  }

  onCalledBack(listener: (windowId: string) => void): () => void {
    this.calledBackListeners.add(listener);
    return () => this.calledBackListeners.delete(listener);
  }

  active(windowId: string): void {
    if (this.socket.connected)
      this.socket.emit('active.v1', { hallId: this.options.hallId, windowId }, () => undefined);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.refresher);
    this.socket.close();
  }

  private async join(): Promise<void> {
    const { hallId, audience } = this.options;
    const reply = await this.socket
      .timeout(5_000)
      .emitWithAck('join.v1', { hallId, audience })
      .catch(() => null);
    if (reply === null) {
      if (!this.closed) setTimeout(() => this.socket.connected && void this.join(), 1_000);
      return;
    }
    if (!reply.ok) return this.become('refused');
    await this.read(this.state.board ? Math.random() * JITTER_MS : 0);
  }

  private hearEvents(message: HallEvents<{ seq: number; kind: string }, { id: string }>): void {
    const { board } = this.state;
    if (!board) return;
    const applied = applyEvents(board, message);
    if ('gap' in applied) return void this.read();
    if (applied.board === board) return;
    this.set({ ...this.state, board: applied.board });
    this.tellCalls(applied.board, false);
    this.tellLog(message.events.map(({ kind }) => kind));
  }

  private tellLog(kinds: readonly string[] | null): void {
    for (const listener of this.logListeners) listener(kinds);
  }

  private hearQueues(message: HallQueues<{ id: string }>): void {
    const { board } = this.state;
    if (board) this.set({ ...this.state, board: applyQueues(board, message) });
  }

  /** Reads the snapshot; a wish for another one while reading is kept and done once afterwards. */
  private async read(afterMs = 0): Promise<void> {
    this.again = this.reading;
    if (this.reading) return;
    this.reading = true;
    let older = 0;
    try {
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      do {
        this.again = false;
        const board = await this.snapshot();
        if (this.closed) return;
        const first = this.state.board === null;
        const newer =
          this.state.board === null ||
          board.seq >= this.state.board.seq ||
          board.day !== this.state.board.day ||
          older > 2;
        if (newer) {
          const before = this.state.board?.seq;
          this.set({ ...this.state, board, clock: runClock(board.clock) });
          if (before !== undefined && before !== board.seq) this.tellLog(null);
        } else {
          // An answer overtaken by an event is asked again; a server that stays behind was restored from a backup: it is right.
          older += 1;
          this.again = true;
        }
        this.become(this.socket.connected ? 'live' : 'stale');
        if (newer) this.tellCalls(board, true, first);
      } while (this.again);
    } catch {
      this.become('stale');
      if (!this.closed) setTimeout(() => void this.read(), 2_000 + Math.random() * JITTER_MS);
    } finally {
      this.reading = false;
    }
  }

  private snapshot(): Promise<BoardOf<A>> {
    const { api, hallId, audience } = this.options;
    const operation = audience === 'staff' ? viewStaffBoard : viewBoard;
    return api.call(operation, { params: { hallId } } as never) as unknown as Promise<BoardOf<A>>;
  }

  /** Each call once, oldest first. At the first snapshot only calls that could still be heard matter; listeners see to their age. */
  private tellCalls(board: BoardOf<A>, fromSnapshot: boolean, first = false): void {
    if (!('calls' in board)) return;
    const { calls } = board as PublicBoard;
    const fresh = calls.filter((call) => call.seq > this.lastCall).reverse();
    this.lastCall = Math.max(this.lastCall, ...calls.map((call) => call.seq));
    if (first) return;
    for (const call of fresh) for (const listener of this.callListeners) listener({ ...call, caughtUp: fromSnapshot });
  }

  private become(connection: Connection): void {
    if (this.state.connection !== connection) this.set({ ...this.state, connection, since: Date.now() });
  }

  private set(state: LiveState<A>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
