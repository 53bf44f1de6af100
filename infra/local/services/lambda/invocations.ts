import { FunctionError, type InvokeResult } from './invoker.ts';
import { StreamedBody } from './streamed-body.ts';
import type { FromThread, ToThread } from './thread/messages.ts';

type Invocation = {
  resolve: (result: InvokeResult) => void;
  reject: (error: Error) => void;
  settled: () => void;
  body?: StreamedBody;
};

export type InvocationsOptions = { send: (message: ToThread) => void; log: (text: string) => void };

/** The invocations now in one thread; more than one only for streamed ones. */
export class Invocations {
  readonly #running = new Map<string, Invocation>();
  readonly #options: InvocationsOptions;

  constructor(options: InvocationsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#running.size;
  }

  has(id: string): boolean {
    return this.#running.has(id);
  }

  add(id: string, invocation: Invocation): void {
    this.#running.set(id, invocation);
  }

  /** Passes on what the thread says about one of them. */
  receive(message: Exclude<FromThread, { kind: 'ready' | 'init-failure' }>): void {
    const { id } = message;
    const { send } = this.#options;
    const invocation = this.#running.get(id);
    if (!invocation) return;
    switch (message.kind) {
      case 'head': {
        const { statusCode, headers, cookies } = message;
        const body = new StreamedBody(
          (bytes) => send({ kind: 'consumed', id, bytes }),
          () => send({ kind: 'abort', id }),
        );
        invocation.body = body;
        invocation.resolve({ kind: 'stream', statusCode, headers, cookies, body });
        return;
      }
      case 'chunk':
        invocation.body?.push(message.bytes);
        return;
      case 'payload':
        invocation.resolve({ kind: 'payload', payload: message.json === undefined ? null : JSON.parse(message.json) });
        break;
      case 'end':
        invocation.body?.end();
        break;
      case 'failure':
        this.#refuse(invocation, new FunctionError(message.errorType, message.message, message.trace));
    }
    this.#settle(id);
  }

  fail(id: string, error: Error): void {
    const invocation = this.#running.get(id);
    if (!invocation) return;
    this.#refuse(invocation, error);
    this.#settle(id);
  }

  failAll(error: Error): void {
    for (const id of [...this.#running.keys()]) this.fail(id, error);
  }

  #refuse(invocation: Invocation, error: Error): void {
    this.#options.log(`ERROR ${error instanceof FunctionError ? error.errorType : error.name}: ${error.message}\n`);
    invocation.reject(error);
    invocation.body?.fail(error);
  }

  #settle(id: string): void {
    const invocation = this.#running.get(id);
    this.#running.delete(id);
    invocation?.settled();
  }
}
