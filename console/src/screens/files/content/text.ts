/** What a file holds, as far as it was read. */
export type Content = { kind: 'text'; text: string; isWhole: boolean } | { kind: 'binary' };

/** The text that bytes are in UTF-8; of a part, a letter that its end cuts through is left out. `size`: of the whole file. */
export const contentOf = (bytes: Uint8Array, size: number): Content => {
  const isWhole = bytes.length >= size;
  if (bytes.includes(0)) return { kind: 'binary' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole });
    return { kind: 'text', text, isWhole };
  } catch {
    // A TypeError: there are bytes that no text has.
    return { kind: 'binary' };
  }
};

export type LineEnds = 'lf' | 'crlf' | 'mixed';

/** A text area of the browser knows one kind of line ends, so what a file had is put back when it is saved. */
export const lineEndsIn = (text: string): LineEnds => {
  const all = text.match(/\r\n|\r|\n/g) ?? [];
  if (all.every((end) => end === '\n')) return 'lf';
  return all.every((end) => end === '\r\n') ? 'crlf' : 'mixed';
};

/** As a text area shows it. */
export const forEditing = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What was typed with the line ends of the file; mixed ones become `\n`. */
export const forSaving = (typed: string, ends: LineEnds): string => {
  const plain = forEditing(typed);
  return ends === 'crlf' ? plain.replaceAll('\n', '\r\n') : plain;
};
