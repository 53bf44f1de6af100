/** One line of a session; `number` is absent on lines that are not numbered. */
export type Frame = { line: string; number?: number };

/** How lines are framed. The line itself is the same text on every transport. */
export type Format = { contentType: string; write(frame: Frame): string };

const ndjson: Format = { contentType: 'application/x-ndjson', write: ({ line }) => `${line}\n` };

/** A line without a number carries no `id`, so the client's `Last-Event-ID` stays at the last numbered one. */
const serverSentEvents: Format = {
  contentType: 'text/event-stream',
  write: ({ line, number }) => (number === undefined ? `data: ${line}\n\n` : `id: ${number}\ndata: ${line}\n\n`),
};

export const formatFor = (accept: string | undefined): Format =>
  /\btext\/event-stream\b/i.test(accept ?? '') ? serverSentEvents : ndjson;
