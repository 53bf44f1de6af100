const PAGE = 100;

/** Every item of a list, page after page; `C` is what its pages go on after. */
export async function* everyOne<T, C = string>(
  list: (page: { limit: number; after?: C }) => Promise<{ items: T[]; next: C | undefined }>,
): AsyncGenerator<T> {
  let after: C | undefined;
  do {
    const { items, next } = await list({ limit: PAGE, ...(after !== undefined && { after }) });
    yield* items;
    after = next;
  } while (after !== undefined);
}
