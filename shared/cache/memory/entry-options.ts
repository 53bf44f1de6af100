export type EntryOptions = {
  /** What the entry is to count as; estimated if it is not given. */
  bytes?: number;
  /** From this moment on it is not there; in an hour if it is not given. */
  expires_at_ms?: number;
};
