/** A request the store answers with an error of its own choosing; anything else that is thrown is a 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const wrongInput = (message: string) => new Refusal(400, `Wrong input: ${message}`);

export const malformed = (message: string) => new Refusal(400, `Format error in JSON body: ${message}`);

export const notFound = (message: string) => new Refusal(404, `Not found: ${message}`);

/** Qdrant can do it, this store cannot. Ignoring it would silently give different answers. */
export const unsupported = (what: string) => new Refusal(400, `Not supported by the local vector store: ${what}`);
