/** The reference of `bench push`: a bare socket.io server that broadcasts the same bytes. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http);
http.listen(0, '127.0.0.1', () => process.send({ port: http.address().port }));
process.on('message', ({ message }) => {
  const at = performance.timeOrigin + performance.now();
  io.emit('hall.events.v1', message);
  process.send({ at });
});
