import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Timers } from '../../../infra/local/services/api-gateway/timers.ts';
import { Authorizer } from '../../../infra/local/services/iam/authorizer.ts';
import type { Statement } from '../../../infra/local/services/iam/principal.ts';
import type { InvokeOptions, InvokeResult, Invoker } from '../../../infra/local/services/lambda/invoker.ts';

type Handler = (event: never, options: InvokeOptions) => unknown;
export type SocketCall = { requestContext: Record<string, unknown>; body?: string; headers?: Record<string, string> };

/** Stands for the Lambda runtime: each function is a callback, every call is kept. */
export class Functions implements Invoker {
  readonly calls: { name: string; event: unknown }[] = [];
  readonly #handlers: Record<string, Handler>;
  readonly #waiting: { count: number; resolve: () => void }[] = [];

  constructor(handlers: Record<string, Handler>) {
    this.#handlers = handlers;
  }

  async invoke(name: string, event: unknown, options: InvokeOptions = {}): Promise<InvokeResult> {
    this.calls.push({ name, event: structuredClone(event) });
    for (const wait of this.#waiting) if (this.calls.length >= wait.count) wait.resolve();
    const handler = this.#handlers[name];
    if (!handler) throw new Error(`no function ${name}`);
    const result = await handler(event as never, options);
    if (typeof result === 'object' && result !== null && 'kind' in result) return result as InvokeResult;
    return { kind: 'payload', payload: result };
  }

  /** Resolves once that many calls have begun. */
  begun(count: number): Promise<void> {
    if (this.calls.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  restEvent(index = 0): APIGatewayProxyEvent {
    return this.calls[index]?.event as APIGatewayProxyEvent;
  }

  socketEvents(): SocketCall[] {
    return this.calls.map(({ event }) => event as SocketCall);
  }
}

/** A clock that moves only when told to. */
export class ManualTimers implements Timers {
  #now = 1_700_000_000_000;
  #queue: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + ms, run };
    this.#queue.push(entry);
    return () => {
      this.#queue = this.#queue.filter((other) => other !== entry);
    };
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#queue.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#queue = this.#queue.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

/** One role with one access key, `AKIALOCAL`, and these permissions. */
export function authorizerOf(statements: Statement[] = []): Authorizer {
  const roleArn = 'arn:aws:iam::000000000000:role/socket';
  return new Authorizer([
    { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret', roleName: 'socket', roleArn, statements },
  ]);
}

export const CREDENTIALS = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' };

/** A promise and the function that settles it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, resolve };
}
