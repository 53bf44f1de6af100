import type { Payload } from '../record/payload.ts';
import type { Filter } from './qdrant.ts';
import type { TenantVectors } from './tenant-vectors.ts';

const PAGE = 1_000;

/** Every memory that passes the filter, with these fields, in no useful order. */
export const allOf = async (store: TenantVectors, filter: Filter, fields: (keyof Payload)[]): Promise<Payload[]> => {
  const found: Payload[] = [];
  let after: string | undefined;
  do {
    const { payloads, next } = await store.page(filter, PAGE, after, fields);
    found.push(...payloads);
    after = next;
  } while (after !== undefined);
  return found;
};
