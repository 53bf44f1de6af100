import { Defect } from '../core/errors.ts';

/** Whether a host, or a host at a port, is in a list. */
export type Hosts = (url: URL) => boolean;

export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/** `localhost.` is `localhost`: the dot only ends the search for a longer name. Brackets belong to the URL, not to the address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');

/** Reads `example.com, localhost:4000`: with a port only that one, without one all of them. */
export const hostList = (text = ''): Hosts => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(entryOf);
  return (url) => entries.some(({ host, port }) => host === hostOf(url) && (port ?? portOf(url)) === portOf(url));
};

const entryOf = (entry: string): { host: string; port: number | undefined } => {
  const url = URL.parse(`http://${entry}`);
  if (url?.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Defect(`"${entry}" in a list of hosts is neither a host nor a host with a port.`);
  }
  // The URL leaves out port 80, which is what `http://` means.
  return { host: hostOf(url), port: /:80$/.test(entry) ? 80 : Number(url.port) || undefined };
};
