import { createHash } from 'node:crypto';
import { DynamoDbError } from '../errors.ts';
import type { Database } from './database.ts';

const TEN_MINUTES_MS = 10 * 60 * 1000;

/** Client request tokens of transactions that were committed, for ten minutes, in the same commit as what they wrote. */
export class Tokens {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Whether this very request was already carried out. @throws DynamoDbError when the token belongs to a different one. */
  seen(token: string, request: string): boolean {
    this.prune();
    const known = this.#database.row<{ digest: string }>('SELECT digest FROM tokens WHERE token = ?', token);
    if (known && known.digest !== digest(request)) {
      throw new DynamoDbError(
        'IdempotentParameterMismatchException',
        'The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical',
      );
    }
    return known !== undefined;
  }

  remember(token: string, request: string): void {
    const sql = 'INSERT INTO tokens (token, digest, expires_at) VALUES (?, ?, ?)';
    this.#database.run(sql, token, digest(request), this.#now() + TEN_MINUTES_MS);
  }

  prune(): void {
    this.#database.run('DELETE FROM tokens WHERE expires_at <= ?', this.#now());
  }
}

const digest = (request: string) => createHash('sha256').update(request).digest('base64');
