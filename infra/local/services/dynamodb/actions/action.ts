import type { AccessRequest } from '../../iam/authorizer.ts';
import type { Catalog } from '../storage/catalog.ts';
import type { Database } from '../storage/database.ts';
import type { Items } from '../storage/items.ts';
import type { Tokens } from '../storage/tokens.ts';
import type { VectorSnapshots } from '../vectors/snapshots.ts';

export type Store = {
  database: Database;
  items: Items;
  catalog: Catalog;
  tokens: Tokens;
  vectors: VectorSnapshots;
  now: () => number;
};
export type Usage = { readUnits: number; writeUnits: number; items: number };
export type Result = { reply: Record<string, unknown>; usage: Usage };
export type Authorize = (request: AccessRequest) => void;
export type Action = (body: object, store: Store, authorize: Authorize) => Result;

type Steps<T> = {
  parse(body: object): T;
  access(request: T, store: Store): AccessRequest[];
  run(request: T, store: Store): Result;
};

/** Every action goes the same way: the request is understood, then permitted, then carried out. */
export function action<T>({ parse, access, run }: Steps<T>): Action {
  return (body, store, authorize) => {
    const request = parse(body);
    for (const wanted of access(request, store)) authorize(wanted);
    return run(request, store);
  };
}

export const NO_USAGE: Usage = { readUnits: 0, writeUnits: 0, items: 0 };
