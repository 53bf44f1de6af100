import { Writable } from 'node:stream';
import type { FromThread } from './messages.ts';

/** Bytes on their way to the reader before `write` waits for it. */
const WINDOW = 256 * 1024;

export type ResponseHead = { statusCode?: number; headers?: Record<string, string>; cookies?: string[] };

/** The writable a streaming handler receives: sends chunks to the parent and slows down with the reader. */
export class ResponseStream extends Writable {
  readonly #id: string;
  readonly #send: (message: FromThread) => void;
  #head: ResponseHead = {};
  #hasHead = false;
  #headSent = false;
  #inFlight = 0;
  #resume: (() => void) | undefined;

  constructor(id: string, send: (message: FromThread) => void) {
    super({ decodeStrings: true });
    this.#id = id;
    this.#send = send;
  }

  setContentType(contentType: string): void {
    this.#head = { ...this.#head, headers: { ...this.#head.headers, 'content-type': contentType } };
  }

  setHead(head: ResponseHead): void {
    this.#hasHead = true;
    this.#head = { ...head, headers: { ...this.#head.headers, ...head.headers } };
  }

  consumed(bytes: number): void {
    this.#inFlight -= bytes;
    if (this.#inFlight >= WINDOW) return;
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  /**
   * Lambda sends the head of `HttpResponseStream.from` along with the first `write`, and not with `end`.
   * Source: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/97
   */
  override write(chunk: unknown, encoding?: unknown, done?: unknown): boolean {
    this.#sendHead();
    return super.write(chunk, encoding as BufferEncoding, done as () => void);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#missHead();
    this.#send({ kind: 'chunk', id: this.#id, bytes: chunk });
    this.#inFlight += chunk.byteLength;
    if (this.#inFlight < WINDOW) done();
    else this.#resume = done;
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#missHead();
    done();
  }

  /** What API Gateway makes of an answer whose head is not in front of it. */
  #missHead(): void {
    if (!this.#headSent && this.#hasHead) this.#head = { statusCode: 502 };
    this.#sendHead();
  }

  #sendHead(): void {
    if (this.#headSent) return;
    this.#headSent = true;
    const { statusCode = 200, headers = {}, cookies = [] } = this.#head;
    this.#send({ kind: 'head', id: this.#id, statusCode, headers, cookies });
  }
}
