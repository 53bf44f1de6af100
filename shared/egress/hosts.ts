import { Defect } from '../core/errors.ts';

/** Whether a host, or a host at a port, is in a list. */
export type Hosts = (url: URL) => boolean;

export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/** `localhost.` is `localhost`: the dot only ends the search for a longer name. Brackets belong to the URL, not to the address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');

type Entry = { host: string; port: number | undefined };

/** Reads `example.com, localhost:4000`: with a port only that one, without one all of them. */
export const hostList = (text?: string): Hosts => among(split(text).map(entryOf));

/** The hosts of `https://one.example/path, wss://two.example:8443`. */
export const hostsOf = (addresses?: string): Hosts =>
  among(
    split(addresses).map((address) => {
      const url = URL.parse(address);
      if (!url?.hostname) throw new Defect(`"${address}" in a list of addresses is not a URL with a host.`);
      return { host: hostOf(url), port: Number(url.port) || undefined };
    }),
  );

const split = (text = ''): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const among =
  (entries: Entry[]): Hosts =>
  (url) =>
    entries.some(({ host, port }) => host === hostOf(url) && (port ?? portOf(url)) === portOf(url));

const entryOf = (entry: string): Entry => {
  const url = URL.parse(`http://${entry}`);
  if (url?.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Defect(`"${entry}" in a list of hosts is neither a host nor a host with a port.`);
  }
  // The URL leaves out port 80, which is what `http://` means.
  return { host: hostOf(url), port: /:80$/.test(entry) ? 80 : Number(url.port) || undefined };
};
