import type { Problem } from './problem.ts';

let onEnd = (): void => undefined;

/** Whoever shows the sign-in page is told when the API no longer knows who asks. */
export const whenSignInEnds = (work: () => void): void => {
  onEnd = work;
};

export const reportEnd = ({ status }: Problem): void => {
  if (status === 401) onEnd();
};
