import type { Page } from './pages.ts';

/** Pages that are read for one list; who has more than that narrows it. */
const MOST_PAGES = 50;

/** Everything of a list that is short by nature, such as a project's agents. */
export const everyPage = async <T>(load: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const page = await load(cursor);
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
    if (cursor === undefined) break;
  }
  return items;
};
