import { statfsSync } from 'node:fs';
import { orGone, processesBelow, type Watched } from '../inside/watch.ts';
import { ROOT } from './mounts.ts';

/** Empty files take memory of the kernel's too: as many as ten times what a project may have. */
const MOST_FILES = 20_000;

/**
 * The processes inside a namespace, seen from outside.
 *
 * @param first host's id of its first process, once it is known. It supervises the others and is not counted, nor is the program
 *   that runs the command.
 */
export function watchedFrom(first: Promise<number | undefined>): Watched {
  let supervisor: number | undefined;
  first.then((pid) => {
    supervisor = pid;
  });
  return {
    processes: () => (supervisor === undefined ? [] : processesBelow(supervisor).filter((_, index) => index > 0)),
    isDiskFull: (bytes) => {
      const disk = orGone(() => statfsSync(`/proc/${supervisor}/root${ROOT}`));
      if (disk === undefined) return false;
      return (disk.blocks - disk.bfree) * disk.bsize > bytes || disk.files - disk.ffree > MOST_FILES;
    },
  };
}
