import { once } from '../../platform/once.ts';

export type Library = typeof import('@modelcontextprotocol/client');

let loaded: Library | undefined;

/** The official client, loaded with the first session: most turns have none. */
export const library = once(async (): Promise<Library> => {
  loaded = await import('@modelcontextprotocol/client');
  return loaded;
});

/** For telling its errors: without it nothing was thrown by it. */
export const loadedLibrary = (): Library | undefined => loaded;
