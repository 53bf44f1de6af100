import type { LocalCloud } from '../cloud.ts';

/** Long enough for requests in progress to end, short enough for the person who pressed the keys. */
const GRACE = 2000;

/** The first signal ends what runs and then the process, the second (or the first before anything runs) the process at once. */
export function endOnSignals(running: () => LocalCloud | undefined): void {
  let asked = false;
  const end = () => {
    const cloud = running();
    if (asked || !cloud) process.exit(asked ? 1 : 0);
    asked = true;
    process.stdout.write('\nStopping …\n');
    setTimeout(() => process.exit(1), GRACE).unref();
    cloud.stop().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
