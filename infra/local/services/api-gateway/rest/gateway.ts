import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { InvokePermissions } from '../../iam/permissions.ts';
import type { InvokeResult, Invoker } from '../../lambda/invoker.ts';
import { orAborted } from '../abort.ts';
import { GATEWAY_SERVICE } from '../integration.ts';
import type { Limits } from '../limits.ts';
import type { Timers } from '../timers.ts';
import type { Method, RestApi } from './api.ts';
import { readBody } from './body.ts';
import { acceptsBinary, proxyEvent, type RestContext, restContext } from './event.ts';
import { failureOfInvocation, GatewayFailure } from './failure.ts';
import type { GatewayResponses } from './gateway-responses.ts';
import { readHeaders, readReply, readStatus, writeHead } from './reply.ts';
import { matchUrl, methodOf, splitUrl } from './route.ts';
import { pipeStream } from './stream.ts';

export type RestGatewayOptions = {
  api: RestApi | undefined;
  responses: GatewayResponses;
  invoker: Invoker;
  permissions: InvokePermissions;
  limits: Limits;
  timers: Timers;
  log: (line: string) => void;
};

/** One request with its response and the context the gateway gave it. */
type Call = { request: IncomingMessage; response: ServerResponse; context: RestContext };

/** The client has disconnected, or the gateway stops: no one is left to answer. */
class ClientGone extends Error {}

/** Routes HTTP requests to functions and their answers back, within API Gateway's limits. */
export class RestGateway {
  readonly #options: RestGatewayOptions;
  readonly #stopping = new AbortController();

  constructor(options: RestGatewayOptions) {
    this.#options = options;
  }

  /** Answers one request; never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/', query = ''] = splitUrl(request.url ?? '/');
    const context = restContext(request, { api: this.#options.api, path, now: this.#options.timers.now() });
    try {
      await this.#answer({ request, response, context }, query);
    } catch (error) {
      this.#fail(error, { request, response, context });
    }
  }

  /** Cuts every open stream. */
  stop(): void {
    this.#stopping.abort(new ClientGone('the gateway stops'));
  }

  async #answer({ request, response, context }: Call, query: string): Promise<void> {
    const { api, limits } = this.#options;
    const match = api && matchUrl(api, context.path, query);
    const method = match && methodOf(match.node, context.httpMethod);
    if (!api || !match || !method) {
      request.resume();
      throw new GatewayFailure('MISSING_AUTHENTICATION_TOKEN', 'no such resource or method');
    }
    const body = await readBody(request, limits.payloadBytes);
    const event = proxyEvent(request, context, { api, match, query, body });
    if (Buffer.byteLength(JSON.stringify(event)) > limits.lambdaPayloadBytes) {
      throw new GatewayFailure('REQUEST_TOO_LARGE', `event over ${limits.lambdaPayloadBytes} bytes`);
    }
    if (method.stream) await this.#stream(method, event, response);
    else await this.#buffer(method, event, { response, decode: acceptsBinary(request, api) });
  }

  /** The function continues after the gateway's time-out or the client's disappearance, as it does in AWS. */
  async #buffer(
    method: Method,
    event: APIGatewayProxyEvent,
    { response, decode }: { response: ServerResponse; decode: boolean },
  ): Promise<void> {
    const waiting = new AbortController();
    const cancel = this.#abortAfter(method, waiting);
    const result = await orAborted(this.#invoke(method, event), waiting.signal).finally(cancel);
    if (result.kind !== 'payload') throw new GatewayFailure('MALFORMED_RESPONSE', 'a stream from a buffered method');
    const reply = readReply(result.payload, decode);
    if (reply.body.length > this.#options.limits.lambdaPayloadBytes) {
      throw new GatewayFailure('MALFORMED_RESPONSE', `the function returned ${reply.body.length} bytes`);
    }
    const { requestId } = event.requestContext;
    writeHead(response, { statusCode: reply.statusCode, headers: reply.headers, requestId });
    response.end(reply.body);
  }

  async #stream(method: Method, event: APIGatewayProxyEvent, response: ServerResponse): Promise<void> {
    const { limits, timers } = this.#options;
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.#stopping.signal]);
    response.once('close', () => ending.abort(new ClientGone('the client has disconnected')));
    const cancel = this.#abortAfter(method, ending);
    try {
      const result = await orAborted(this.#invoke(method, event, signal), signal);
      if (result.kind !== 'stream') throw new GatewayFailure('MALFORMED_RESPONSE', 'no stream from a streamed method');
      const headers = readHeaders(result.headers, result.cookies.length > 0 ? { 'set-cookie': result.cookies } : null);
      const { requestId } = event.requestContext;
      writeHead(response, { statusCode: readStatus(result.statusCode), headers, requestId });
      response.flushHeaders();
      await pipeStream(result.body, response, { signal, timers, idleMs: limits.streamIdleMs });
      response.end();
    } finally {
      cancel();
    }
  }

  async #invoke(method: Method, event: APIGatewayProxyEvent, signal?: AbortSignal): Promise<InvokeResult> {
    const { functionName, sourceArn, stream } = method;
    try {
      this.#options.permissions.check({ functionName, service: GATEWAY_SERVICE, sourceArn });
      return await this.#options.invoker.invoke(functionName, event, { stream, signal });
    } catch (cause) {
      throw failureOfInvocation(cause);
    }
  }

  #abortAfter(method: Method, controller: AbortController): () => void {
    const ms = method.stream ? method.timeoutMs : Math.min(method.timeoutMs, this.#options.limits.integrationMs);
    const problem = `${method.functionName} did not finish within ${ms} ms`;
    return this.#options.timers.after(ms, () => controller.abort(new GatewayFailure('INTEGRATION_TIMEOUT', problem)));
  }

  #fail(error: unknown, { request, response, context }: Call): void {
    if (error instanceof ClientGone || request.socket.destroyed) {
      response.destroy();
      return;
    }
    const failure = error instanceof GatewayFailure ? error : new GatewayFailure('MALFORMED_RESPONSE', String(error));
    const { statusCode, headers, body } = this.#options.responses.render(failure.kind, context, request);
    const line = `${context.httpMethod} ${context.path}: ${failure.message}`;
    if (response.headersSent) {
      this.#options.log(`${line}; the stream was cut`);
      response.destroy();
      return;
    }
    if (statusCode >= 500) this.#options.log(`${line}; answered ${statusCode}`);
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(statusCode, [['x-amzn-RequestId', context.requestId], ...headers].flat());
    response.end(body);
  }
}
