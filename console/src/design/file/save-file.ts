/** Hands a file to the browser, which keeps it where it keeps its downloads. */
export const saveFile = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; sooner some browsers have nothing to read.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Lines of JSON, as exports have them. */
export const NDJSON = 'application/x-ndjson';

/** A name of a file that every system takes, made of a name that a person gave. */
export const fileName = (...words: string[]): string =>
  words
    .map((word) => word.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, ''))
    .filter(Boolean)
    .join('-')
    .slice(0, 100);
