import { createServer } from 'node:http';
import { answer } from './routes.ts';

// The first program of a machine's image. It is there before the image is made a snapshot of, so each machine begins with it running.
const server = createServer(answer);
// Commands may take hours.
server.requestTimeout = 0;
server.listen(8080);
