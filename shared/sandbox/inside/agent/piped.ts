import { createServer } from 'node:http2';
import { Socket } from 'node:net';
import { answer } from './routes.ts';

// Where the machine is a namespace without a network, and without a file that is shared with the outside: all requests come over one
// pipe, which HTTP/2 divides. (A socket in a file system of the command's would lead outside, once it is replaced by a link.)
const server = createServer(answer);
const door = new Socket({ fd: 3 });
door.on('close', () => process.exit(0));
server.emit('connection', door);
