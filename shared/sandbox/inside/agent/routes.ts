/*
 * What answers inside a machine: it receives files and a command, and says what came of it. Whoever reaches it has been let in by
 * the machine's own door, which takes a token; commands reach it too, and can do no more there than they can anyway.
 *
 *   GET  /-/artel/alive
 *   POST /-/artel/run                an envelope with files and a command; an envelope with the outcome
 *   POST /-/artel/service            an envelope with files and a command that goes on
 *   GET  /-/artel/service            its state
 *   POST /-/artel/service/restart    with an envelope: on its files and no others
 *   GET  /-/artel/service/log?offset=0
 *   anything with the header x-artel-port goes to the service that listens there
 */
import { unseal } from '../envelope.ts';
import { forward, PORT_HEADER } from './forward.ts';
import type { Incoming, Outgoing } from './messages.ts';
import { type RunOrder, run } from './run.ts';
import { type RestartOrder, Service, type ServiceOrder } from './service.ts';

let service: Service | undefined;

const bodyOf = async (request: Incoming): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const json = (response: Outgoing, value: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

type Route = (request: Incoming, response: Outgoing, url: URL) => Promise<void> | void;

const routes: Record<string, Route> = {
  'GET /-/artel/alive': (_request, response) => void response.writeHead(204).end(),
  'POST /-/artel/run': async (request, response) => {
    const order = unseal<RunOrder>(await bodyOf(request));
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    for (const part of await run(order, gone.signal)) response.write(part);
    response.end();
  },
  'POST /-/artel/service': async (request, response) => {
    service = new Service(unseal<ServiceOrder>(await bodyOf(request)));
    json(response, await service.state());
  },
  'GET /-/artel/service': (_request, response) => answered(response, (it) => it.state()),
  'POST /-/artel/service/restart': async (request, response) => {
    const body = await bodyOf(request);
    await service?.restart(body.length === 0 ? undefined : unseal<RestartOrder>(body).files);
    await answered(response, (it) => it.state());
  },
  'GET /-/artel/service/log': (_request, response, url) =>
    answered(response, (it) => it.logs(Number(url.searchParams.get('offset') ?? 0))),
};

const answered = async (response: Outgoing, read: (service: Service) => unknown): Promise<void> => {
  if (service) json(response, await read(service));
  else response.writeHead(404).end();
};

/** Answers one request, of whatever protocol it came by. */
export function answer(request: Incoming, response: Outgoing): void {
  const port = request.headers[PORT_HEADER];
  if (port !== undefined) {
    // The machine's other ports are not for whoever looks at a preview, and what is no port is not for the agent.
    if (service && port === String(service.port)) forward(request, response, service.port);
    else response.writeHead(404).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://machine');
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return void response.writeHead(404).end();
  Promise.resolve(route(request, response, url)).catch(() => {
    // A malformed envelope; nothing that goes wrong inside a command ends here.
    if (response.headersSent) response.destroy();
    else response.writeHead(400).end();
  });
}
