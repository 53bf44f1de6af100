/** Entries in memory, the newest first. `now` tells the time. */
export function entryStore(now = () => new Date()) {
  const entries = [];
  return {
    list: () => entries,
    add({ name, text }) {
      const entry = { name: name.trim(), text: text.trim(), written_at: now().toISOString() };
      entries.unshift(entry);
      return entry;
    },
  };
}
