import type { Treatment, Violation } from '../../shared/doctor/index.ts';

const line = (mark: string, { invariant, about, text }: Violation): string => {
  const ids = Object.entries(about).map(([name, id]) => `${name} ${id}`);
  return `  ${mark} ${invariant}: ${text} (${ids.join(', ')})\n`;
};

/** What was found about one user: ids, states and counts. */
export const userLines = (user: string, { mended, left }: Treatment, repair: boolean): string => {
  if (mended.length + left.length === 0) return '';
  const hint = (one: Violation) => (one.repair && !repair ? '✗ (has a mend)' : '✗');
  return [
    `User ${user}\n`,
    ...mended.map((one) => line('✓ mended:', one)),
    ...left.map((one) => line(hint(one), one)),
  ].join('');
};

export type Totals = { users: number; mended: number; left: number; mendable: number };

export const summary = ({ users, mended, left, mendable }: Totals): string => {
  const found = left === 0 ? 'all is well' : `${left} broken promises`;
  const advice = mendable > 0 ? ` ${mendable} of them have a known mend: add --repair.` : '';
  return `${users} users examined: ${found}${mended > 0 ? `, ${mended} mended` : ''}.${advice}\n`;
};
