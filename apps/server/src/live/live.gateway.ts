import { Inject, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import { room, type ClientToServer, type JoinReply, type ServerToClient } from '@shouwen/contracts/live/live';
import { EVERY_ROLE } from '@shouwen/contracts/http/operation';
import { Subscription } from 'rxjs';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import { admit } from '../access/access.guard.ts';
import { Callers } from '../access/callers.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Metrics } from '../platform/metrics/metrics.ts';
import { Presence } from '../queue/presence.service.ts';
import { LivePublisher } from './live-publisher.ts';

type LiveServer = Server<ClientToServer, ServerToClient>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { callers: Caller[] }>;

const joinMessage = z.object({ hallId: z.string().max(41), audience: z.enum(['public', 'staff']) });
const activeMessage = z.object({ hallId: z.string().max(41), windowId: z.string().max(41) });
const sessionRoom = (hash: string): string => `session:${hash}`;

/** How often the sessions behind open sockets are checked again, ms. */
const RECHECK_MS = 60_000;

/** The sockets: sign-in is checked as on HTTP at every connection and join, and again while it stays open. */
@WebSocketGateway({ maxHttpBufferSize: 10_000, pingInterval: 10_000, pingTimeout: 10_000 })
export class LiveGateway implements OnGatewayConnection<LiveSocket>, OnModuleInit, OnModuleDestroy {
  @WebSocketServer()
  private readonly server!: LiveServer;
  private subscription: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Callers) private readonly callers: Callers,
    @Inject(LogReader) private readonly log: LogReader,
    @Inject(HallClocks) private readonly clocks: HallClocks,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(LivePublisher) private readonly publisher: LivePublisher,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.subscription = this.callers.withdrawn.subscribe(({ hash, reason }) => {
      this.server.in(sessionRoom(hash)).emit('session.ended.v1', { reason });
      this.server.in(sessionRoom(hash)).disconnectSockets(true);
    });
    this.timer = setInterval(() => void this.recheck().catch(() => undefined), RECHECK_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
    clearInterval(this.timer);
  }

  afterInit(server: LiveServer): void {
    this.publisher.start(server);
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    socket.data.callers = await this.identify(socket).catch(() => []);
    for (const caller of socket.data.callers) {
      if (caller.who !== 'anybody') await socket.join(sessionRoom(caller.tokenHash));
    }
  }

  @SubscribeMessage('join.v1')
  async join(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<JoinReply> {
    const wish = joinMessage.safeParse(body);
    if (!wish.success) return { ok: false, code: 'invalid-input' };
    const { hallId, audience } = wish.data;
    if (audience === 'staff') {
      const admitted = admit({ who: 'staff', roles: EVERY_ROLE }, await this.identify(socket), hallId);
      if (admitted instanceof AppError)
        return { ok: false, code: admitted.code === 'forbidden' ? 'forbidden' : 'not-signed-in' };
      if (admitted.who === 'staff') await socket.join(room.role(hallId, admitted.role));
    }
    try {
      const { seq } = await this.log.head(hallId);
      await socket.join(room[audience](hallId));
      this.metrics.sockets.inc({ audience });
      socket.once('disconnect', () => this.metrics.sockets.dec({ audience }));
      return { ok: true, seq, now: this.clocks.now(hallId) };
    } catch {
      return { ok: false, code: 'unknown-hall' };
    }
  }

  @SubscribeMessage('active.v1')
  async active(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<{ ok: boolean }> {
    const message = activeMessage.safeParse(body);
    if (!message.success) return { ok: false };
    const { hallId, windowId } = message.data;
    const caller = admit(
      { who: 'staff', roles: ['clerk', 'guide', 'supervisor'] },
      await this.identify(socket),
      hallId,
    );
    if (caller instanceof AppError || caller.who !== 'staff') return { ok: false };
    this.presence.seen(hallId, windowId, caller.staffId);
    return { ok: true };
  }

  private identify(socket: LiveSocket): Promise<Caller[]> {
    const { token } = socket.handshake.auth as { token?: unknown };
    const authorization = typeof token === 'string' ? `Bearer ${token}` : socket.handshake.headers.authorization;
    return this.callers.of({ authorization, cookie: socket.handshake.headers.cookie });
  }

  /** Closes sockets of staff whose session has run out since. */
  private async recheck(): Promise<void> {
    for (const socket of this.server.sockets.sockets.values() as Iterable<LiveSocket>) {
      const staff = (socket.data.callers ?? []).some((caller) => caller.who === 'staff');
      if (!staff) continue;
      const now = await this.identify(socket);
      if (now.some((caller) => caller.who === 'staff')) continue;
      socket.emit('session.ended.v1', { reason: 'signed-out' });
      socket.disconnect(true);
    }
  }
}
