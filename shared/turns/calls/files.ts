import type { JournalStep } from '../../bus/index.ts';
import type { KnownFiles } from '../../tools/index.ts';

/** What the journal of a task says of files: whoever takes the task over knows the same. */
export const knownFiles = (journal: readonly JournalStep[]): KnownFiles => {
  const touched = (step: JournalStep) => (step.kind === 'tool' ? (step.touched ?? []) : []);
  return {
    seenAt: (path) => journal.flatMap(touched).findLast((file) => file.path === path)?.version,
    isWrittenInAnswer: (path) =>
      journal
        .slice(journal.findLastIndex(({ kind }) => kind === 'model') + 1)
        .flatMap(touched)
        .some((file) => file.path === path && file.written),
  };
};
