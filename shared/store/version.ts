/** Stored on every item as `v`; a reader upgrades older items. */
export const SCHEMA_VERSION = 1;
