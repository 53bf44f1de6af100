import { signal } from '@preact/signals';
import { HOME } from './base.ts';
import { addressOf, type Place, placeAt, type Target } from './place.ts';

/** Where the person is. The browser's history is the only owner of it: back and forward work everywhere. */
export const place = signal<Place>(placeAt(HOME, location));

const read = (): void => {
  place.value = placeAt(HOME, location);
};

/** What is about to go: what is shown, or the whole page, of which the browser asks in its own words and lets nobody else. */
export type Leaving = 'place' | 'page';
type Guard = (leaving: Leaving) => boolean;

/** What may ask before the place is left: settings that were changed and not saved. */
const guards = new Set<Guard>();

/** `mayLeave` is asked before another place is shown; the answer `false` keeps the person here. Returns how to end it. */
export const guardLeaving = (mayLeave: Guard): (() => void) => {
  guards.add(mayLeave);
  return () => void guards.delete(mayLeave);
};

/** Whether everything that is on the page may go from it. */
export const mayLeave = (leaving: Leaving = 'place'): boolean => [...guards].every((ask) => ask(leaving));

/** The address of a place in the project that is looked at. */
export const href = ({ screen, item, query = {} }: Target): string =>
  addressOf(HOME, { screen, item, query: { project: place.value.query.project, ...query } });

/** Shows another place. `replace`: the former one is not worth going back to. */
export const go = (target: Target, { replace = false }: { replace?: boolean } = {}): void =>
  follow(href(target), { replace });

const follow = (address: string, { replace }: { replace: boolean }): void => {
  const isElsewhere = placeAt(HOME, new URL(address, location.href)).screen !== place.value.screen;
  // Another item of the same screen is another place too; only what refines the address is not.
  if ((isElsewhere || !replace) && !mayLeave()) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  read();
  if (isElsewhere) scrollTo(0, 0);
};

/** Shows the place of an address of the console. */
export const openAddress = (address: string): void => follow(address, { replace: false });

/** Changes what the address says of the place, and stays there. */
export const refine = (query: Record<string, string | undefined>): void => {
  const { screen, item, query: now } = place.value;
  go({ screen, item, query: { ...now, ...query } }, { replace: true });
};

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/** Links of the console change the place without loading the page again; with a key held they do what browsers do. */
export const beginRouting = (): void => {
  addEventListener('popstate', () => {
    // The browser has gone back already: who stays gets their address again.
    if (mayLeave()) read();
    else history.pushState(null, '', addressOf(HOME, place.value));
  });
  addEventListener('beforeunload', (event) => {
    if (!mayLeave('page')) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || !isPlain(event) || link.target || link.hasAttribute('download')) return;
    const { origin, pathname, search, hash } = new URL(link.href);
    // Another part of what is shown, which is no place that the back button should stop at.
    const isHere = origin === location.origin && pathname === location.pathname && search === location.search;
    const part = isHere && hash ? document.getElementById(hash.slice(1)) : null;
    if (part) {
      event.preventDefault();
      part.focus();
      return;
    }
    if (origin !== location.origin || (pathname !== HOME && !pathname.startsWith(`${HOME}/`))) return;
    if (pathname.startsWith(`${HOME}/assets/`)) return;
    event.preventDefault();
    if (link.href !== location.href) follow(link.href, { replace: false });
  });
};
