import type { Build } from '../api.ts';

type Stage = Build['stage'];

/** The way of a build that has no trouble. */
const WAY: readonly Stage[] = [
  'specification',
  'architecture',
  'plan',
  'development',
  'test',
  'documentation',
  'release',
  'done',
];

/** Where a way back begins, which stands beside the stage it comes from. */
const BESIDE: Partial<Record<Stage, Stage>> = { hunt: 'test', troubleshoot: 'test' };

export type StageMark = { stage: Stage; is: 'before' | 'current' | 'after' };

/** Every stage, and where the build is among them. A build that gave up has no place on the way to its end. */
export const stagesOf = (current: Stage): StageMark[] => {
  const beside = BESIDE[current];
  const way = WAY.flatMap((stage) => (stage === beside ? [stage, current] : [stage]));
  const all: readonly Stage[] = current === 'given_up' ? [...WAY.slice(0, -1), 'given_up'] : way;
  const at = all.indexOf(current);
  return all.map((stage, index) => {
    if (index < at) return { stage, is: 'before' };
    return { stage, is: index === at ? 'current' : 'after' };
  });
};
