import { systemClock } from '../../shared/core/clock.ts';
import { UserScope } from '../../shared/core/scope.ts';
import { examine, type Patient, partitionsOfUsers, type Treatment, treat } from '../../shared/doctor/index.ts';
import type { Arguments } from './arguments.ts';
import { inAws } from './in-aws.ts';
import { onMachine } from './on-machine.ts';
import { summary, type Totals, userLines } from './report.ts';
import type { Ward } from './ward.ts';

/** Healthy, or all is mended. */
const HEALTHY = 0;
const BROKEN = 1;

/** A line of progress for each of so many items. */
const PROGRESS_EVERY = 100_000;

/** Examines every user, or one, and says what is broken. Returns the exit code. */
export const examineAll = async (
  { repair, user, stage }: Arguments,
  write: (text: string) => void,
): Promise<number> => {
  const ward = stage === undefined ? await onMachine(process.env.ARTEL_DATA || '.artel') : await inAws(stage);
  write(`Examining ${ward.name}\n`);
  try {
    const totals: Totals = { users: 0, mended: 0, left: 0, mendable: 0 };
    for await (const [id, treatment] of treatments(ward, { repair, user, write })) {
      write(userLines(id, treatment, repair));
      totals.users += 1;
      totals.mended += treatment.mended.length;
      totals.left += treatment.left.length;
      if (!repair) totals.mendable += treatment.left.filter((one) => one.repair).length;
    }
    write(summary(totals));
    return totals.left === 0 ? HEALTHY : BROKEN;
  } finally {
    await ward.close();
  }
};

type Round = Pick<Arguments, 'repair'> & { user: string | undefined; write: (text: string) => void };

async function* treatments(ward: Ward, { repair, user: only, write }: Round): AsyncGenerator<[string, Treatment]> {
  let told = 0;
  const onPage = (seen: number): void => {
    if (seen - told < PROGRESS_EVERY) return;
    told = seen;
    write(`  ${seen} items looked through\n`);
  };
  for (const [id, partitions] of await partitionsOfUsers({ only, onPage })) {
    const user = UserScope.of({ userId: id });
    const patient: Patient = { user, partitions, clock: systemClock, asOf: ward.asOf, pause: ward.pause };
    yield [id, repair ? await treat(patient) : { mended: [], left: await examine(patient) }];
  }
}
