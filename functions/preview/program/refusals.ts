import type { Answer } from '../reply.ts';

/** Who looks at a preview is told no more than this: what a program wrote is for its person. */
const page = (status: number, title: string, text: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}\n`,
});

const SEE = 'Whoever made this preview sees why in its state and its log, and can start it again.';

export const NOT_RUNNING = page(502, 'The program does not run', `It was stopped, or its time is over. ${SEE}`);
export const ENDED = page(502, 'The program has ended', SEE);
export const NOT_LISTENING = page(
  502,
  'The program does not listen',
  `Nothing answers on its port, or not yet. ${SEE}`,
);
export const BROKE_OFF = page(502, 'The program broke off', `It ended the connection without an answer. ${SEE}`);
export const LATE = page(504, 'The program does not answer', 'It took longer over this request than it may.');
export const TOO_LARGE = page(
  413,
  'The request is too large',
  'A program behind a preview is sent at most 4 MB at a time.',
);
