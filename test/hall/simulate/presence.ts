import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type ClientToServer, type ServerToClient } from '@shouwen/contracts/live/live';
import type { DayPlan } from '@shouwen/domain/simulation/play-day';
import { MINUTE } from '@shouwen/domain/time/instant';
import type { Person } from '../support/people.ts';

/**
 * Every clerk touches a key once a minute of hall time, over their own socket as a terminal does: without it the server would
 * take a clerk who waits five minutes for the next citizen for away. Answers how to leave.
 */
export function stayInSight(
  url: string,
  hallId: string,
  { posts }: DayPlan,
  clerks: ReadonlyMap<string, Person>,
  speed: number,
): () => void {
  const sockets = posts.flatMap(({ clerkId, windowId }) => {
    const clerk = clerks.get(clerkId);
    if (!clerk) return [];
    const socket: Socket<ServerToClient, ClientToServer> = io(url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { ...clerk.headers },
    });
    return [{ socket, windowId }];
  });
  const timer = setInterval(
    () => {
      for (const { socket, windowId } of sockets) {
        if (socket.connected) socket.emit('active.v1', { hallId, windowId }, () => undefined);
      }
    },
    Math.max(100, MINUTE / speed),
  );
  return () => {
    clearInterval(timer);
    for (const { socket } of sockets) socket.disconnect();
  };
}
