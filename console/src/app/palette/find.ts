/** Something that can be gone to. */
export type Entry = { label: string; about: string; href: string };

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * How well an entry fits what was typed, or `undefined` if it does not: each word has to begin a word of the label, or at least be
 * in it; earlier and whole is better.
 */
export const rank = (label: string, typed: string): number | undefined => {
  const text = plain(label);
  let score = 0;
  for (const word of plain(typed).split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(word);
    if (at < 0) return undefined;
    const beginsWord = at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');
    score += (beginsWord ? 0 : 100) + at;
  }
  return score;
};

/** Entries that are offered at once. */
export const SHOWN = 12;

/** The entries that fit, the best first, at most `limit`. */
export const best = (entries: readonly Entry[], typed: string, limit = SHOWN): Entry[] =>
  entries
    .map((entry) => ({ entry, score: rank(`${entry.label} ${entry.about}`, typed) }))
    .filter((one): one is { entry: Entry; score: number } => one.score !== undefined)
    .sort((one, other) => one.score - other.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
