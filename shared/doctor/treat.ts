import { examine, type Patient } from './examine.ts';
import { mend } from './repair/mend.ts';
import type { Violation } from './snapshot.ts';

export type Treatment = { mended: Violation[]; left: Violation[] };

/** One mend may show what the next one needs: counters are right again only once what they count is. */
const MAX_ROUNDS = 5;

/** Mends what has a known mend, looks again, and says what is left. Nothing is changed that has moved since it was read. */
export const treat = async (patient: Patient): Promise<Treatment> => {
  const mended: Violation[] = [];
  let left = await examine(patient);
  for (let round = 1; round <= MAX_ROUNDS && left.length > 0; round += 1) {
    const before = mended.length;
    for (const violation of left) {
      if (violation.repair && (await mend(patient.user, violation.repair, patient.clock))) mended.push(violation);
    }
    if (mended.length === before) break;
    left = await examine(patient);
  }
  return { mended, left };
};
