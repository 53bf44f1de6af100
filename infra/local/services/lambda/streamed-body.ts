/** The body of a streamed response on the reader's side: chunks in order, credit for each taken, abort when left early. */
export class StreamedBody implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  readonly #consumed: (bytes: number) => void;
  readonly #abandoned: () => void;
  #over: { error?: Error } | undefined;
  #wake: (() => void) | undefined;

  constructor(consumed: (bytes: number) => void, abandoned: () => void) {
    this.#consumed = consumed;
    this.#abandoned = abandoned;
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#wake?.();
  }

  end(): void {
    this.#over ??= {};
    this.#wake?.();
  }

  fail(error: Error): void {
    this.#over ??= { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const chunk = this.#chunks.shift();
        if (chunk) {
          this.#consumed(chunk.byteLength);
          yield chunk;
        } else if (this.#over) {
          if (this.#over.error) throw this.#over.error;
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      if (!this.#over) this.#abandoned();
    }
  }
}
