/** Characters of a title and of a text. */
export const MAX_TITLE = 200;
export const MAX_TEXT = 10_000;

const faultOf = (value, field, most) => {
  if (typeof value !== 'string') return { field, message: `"${field}" has to be a text.` };
  return value.length > most ? { field, message: `"${field}" has at most ${most} characters.` } : undefined;
};

/** What is wrong with a note somebody sent, or `undefined`. */
export const faultIn = (note) => {
  const { title, text = '' } = note ?? {};
  if (typeof title === 'string' && title.trim() === '') return { field: 'title', message: 'A note needs a title.' };
  return faultOf(title, 'title', MAX_TITLE) ?? faultOf(text, 'text', MAX_TEXT);
};

/** Notes in memory, in the order they were made. `now` tells the time. */
export function noteStore(now = () => new Date()) {
  const notes = new Map();
  let last = 0;
  const put = (id, { title, text = '' }) => {
    const note = { id, title: title.trim(), text, updated_at: now().toISOString() };
    notes.set(id, note);
    return note;
  };
  return {
    /** Those whose title or text contains some words, or all. */
    list: (words = '') =>
      [...notes.values()].filter(({ title, text }) => `${title}\n${text}`.toLowerCase().includes(words.toLowerCase())),
    find: (id) => notes.get(id),
    add: (note) => {
      last += 1;
      return put(String(last), note);
    },
    change: (id, note) => (notes.has(id) ? put(id, note) : undefined),
    remove: (id) => notes.delete(id),
  };
}
