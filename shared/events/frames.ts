/** What API Gateway counts as one message, and all that one of its frames holds. */
export const MAX_FRAME_BYTES = 32 * 1024;

const OPENING = '{"events":[';
const CLOSING = ']}';

/**
 * The lines of a log as texts that each hold as many as fit into one frame, in order: `{"events":[…]}`. A line stands in it
 * byte for byte as it is stored. A line that is alone in its frame stands there like any other.
 */
export const framesOf = (lines: string[]): string[] => {
  const frames: string[][] = [];
  let left = 0;
  for (const line of lines) {
    const bytes = Buffer.byteLength(line) + 1;
    if (bytes > left) {
      frames.push([]);
      left = MAX_FRAME_BYTES - OPENING.length - CLOSING.length;
    }
    frames.at(-1)?.push(line);
    left -= bytes;
  }
  return frames.map((some) => `${OPENING}${some.join(',')}${CLOSING}`);
};
