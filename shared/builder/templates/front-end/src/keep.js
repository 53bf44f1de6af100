const isAlike = (one, other) => Object.keys(one).sort().join() === Object.keys(other).sort().join();

/** What the browser remembers under a name. Where it keeps nothing (a private window, a preview), the page works all the same. */
export const keep = (name) => ({
  /** What was kept, if it has the fields of `otherwise`: an older page may have kept something else. */
  read(otherwise) {
    try {
      const kept = JSON.parse(localStorage.getItem(name));
      return isAlike(kept, otherwise) ? kept : otherwise;
    } catch {
      // Storage is not allowed here, is empty, or holds something that is not ours.
      return otherwise;
    }
  },
  write(value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Storage is not allowed here, or full: the page goes on without.
    }
  },
});
