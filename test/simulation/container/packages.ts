/** Small packages that tell the time, and so are bundled with the code. All others are loaded as they are. */
export const OWN_PACKAGES = [
  'lru-cache',
  'ulid',
  '@middy/core',
  '@middy/util',
  '@modelcontextprotocol/client',
  '@modelcontextprotocol/client/_shims',
];

/** Of the project, and without state but caches of what never changes: loaded as they are, because loading them takes long. */
export const SHARED_MODULES = { pii: '#pii', tokens: 'artel:count-tokens' };
