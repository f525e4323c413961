/** A thousand displays in one process: says when the last of them has heard a message. */
import { io } from 'socket.io-client';

const { url, displays, hallId } = JSON.parse(process.env.WATCH);
const counts = new Map();
const now = () => performance.timeOrigin + performance.now();

function hear(message) {
  const count = (counts.get(message.seq) ?? 0) + 1;
  counts.set(message.seq, count);
  if (count === displays) {
    counts.delete(message.seq);
    process.send({ type: 'heard', seq: message.seq, lastAt: now(), count, sample: message });
  }
}

for (let n = 0; n < displays; n += 50) {
  await Promise.all(
    Array.from({ length: Math.min(50, displays - n) }, async () => {
      const socket = io(url, { transports: ['websocket'], forceNew: true });
      await new Promise((resolve) => socket.once('connect', resolve));
      if (hallId) await new Promise((resolve) => socket.emit('join.v1', { hallId, audience: 'public' }, resolve));
      socket.on('hall.events.v1', hear);
    }),
  );
}
process.send({ type: 'ready' });
