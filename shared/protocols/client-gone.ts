/** The reason to abandon an answer: nobody reads it any more. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('The client closed the connection.');
  }
}
