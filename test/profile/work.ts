import type { ProcessProfile } from './threads.ts';

/** What was done while it was watched, and what the threads did. */
export type Watched = ProcessProfile & { title: string };

/** Does something so many times, or as often as it takes for a picture. */
export type Work = (amount: number | undefined) => Promise<Watched>;
