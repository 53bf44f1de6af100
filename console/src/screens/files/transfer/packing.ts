/** A file to be sent, under the path it is to have. */
export type Picked<B = Blob> = { path: string; bytes: number; blob: B };

/**
 * Bytes of one request, with room for what surrounds the files in it; the API takes 4 MB. More than fits has to be put at an address
 * of its own.
 */
const MOST = 3.8 * 1024 * 1024;
const MOST_FILES = 500;
/** Of each file, beside its bytes: names of fields, and the path, whose letters may take several bytes. */
const AROUND = 100;

/** In base64, which holds any file. */
export const sentBytes = ({ path, bytes }: Pick<Picked, 'path' | 'bytes'>): number =>
  Math.ceil(bytes / 3) * 4 + new TextEncoder().encode(JSON.stringify(path)).length + AROUND;

export type Packed<B = Blob> = { requests: Picked<B>[][]; tooLarge: Picked<B>[] };

/** As few requests as the order of the files needs; each becomes one version. */
export const packed = <B>(files: readonly Picked<B>[]): Packed<B> => {
  const tooLarge = files.filter((file) => sentBytes(file) > MOST);
  const requests: Picked<B>[][] = [];
  let room = 0;
  for (const file of files) {
    const bytes = sentBytes(file);
    if (bytes > MOST) continue;
    const last = requests.at(-1);
    if (last && bytes <= room && last.length < MOST_FILES) {
      last.push(file);
      room -= bytes;
    } else {
      requests.push([file]);
      room = MOST - bytes;
    }
  }
  return { requests, tooLarge };
};

/** A path in a folder, whichever way both are written. */
export const pathIn = (folder: string, name: string): string =>
  [folder, name]
    .map((part) => part.trim().replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/');
