import type { Pages } from '../../api/pages.ts';
import { counted, filled, texts } from '../../texts/index.ts';
import { language } from '../preferences/preferences.ts';

/** How far the lists were looked through that go on; nothing where all are known. */
export const lookedThrough = (
  lists: Record<'chats' | 'agents' | 'builds', Pick<Pages<unknown>, 'items' | 'hasMore'>>,
): string | undefined => {
  const { palette } = texts();
  const cut = (['chats', 'agents', 'builds'] as const)
    .filter((name) => lists[name].hasMore.value)
    .map((name) => counted(lists[name].items.value?.length ?? 0, palette[name]));
  if (cut.length === 0) return undefined;
  const format = new Intl.ListFormat(language.value, { type: 'conjunction' });
  return filled(palette.newest, { lists: format.format(cut) });
};
