import type { components } from '../../../../../clients/typescript/src/index.ts';

export type Upload = components['schemas']['Upload'];

/** This page may only ask its own origin, and the bucket mostly has another. */
export const isReachable = ({ url }: Pick<Upload, 'url'>, origin: string): boolean => new URL(url).origin === origin;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What puts a file of the person's own machine at the address, typed in the folder where the file is. */
export const commandFor = (
  { url, method, headers }: Pick<Upload, 'url' | 'method' | 'headers'>,
  name: string,
): string =>
  [
    `curl --fail -X ${method} -T ${quoted(`./${name}`)}`,
    ...Object.entries(headers).map(([header, value]) => `-H ${quoted(`${header}: ${value}`)}`),
    quoted(url),
  ].join(' \\\n  ');
