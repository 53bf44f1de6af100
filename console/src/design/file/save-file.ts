/** Hands a file to the browser, which keeps it where it keeps its downloads. */
export const saveFile = (parts: readonly BlobPart[], { name, type }: { name: string; type: string }): void => {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it once this turn is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** A name of a file that every system takes, made of a name that a person gave. */
export const fileName = (...words: string[]): string =>
  words
    .map((word) => word.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, ''))
    .filter(Boolean)
    .join('-')
    .slice(0, 100);
