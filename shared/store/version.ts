/** Stands on every item as `v`; a reader upgrades what is older. */
export const SCHEMA_VERSION = 1;
