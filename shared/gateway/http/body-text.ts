import { ModelError } from '../call/model-error.ts';

/** 64 texts in 4,096 dimensions, each number written out, are some 6 MB. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The text of a body that is read as a whole, bounded. */
export class BodyText {
  readonly #decoder = new TextDecoder();
  #bytes = 0;
  #text = '';

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_BODY_BYTES) {
      throw new ModelError('malformed', {
        cause: new Error(`The body of the response is longer than ${MAX_BODY_BYTES} bytes.`),
      });
    }
    this.#text += this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#text + this.#decoder.decode();
  }
}
