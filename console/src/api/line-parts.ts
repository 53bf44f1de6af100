/** What one request takes. */
export type PartSize = { bytes: number; lines: number };

/** UTF-8 bytes of a text. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Lines of JSON in parts that are small enough to be sent, cut between lines. A line that is larger than a part is one by itself. */
export const partsOf = (text: string, { bytes, lines }: PartSize): string[] => {
  const parts: string[] = [];
  let part: string[] = [];
  let size = 0;
  const end = (): void => {
    if (part.length > 0) parts.push(part.join(''));
    part = [];
    size = 0;
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const length = bytesOf(line) + 1;
    if (size + length > bytes || part.length >= lines) end();
    part.push(`${line}\n`);
    size += length;
  }
  end();
  return parts;
};
