import { type ProjectScope, partOfKey } from '../../core/scope.ts';
import { digits, key } from './key.ts';

export const runPartition = (project: ProjectScope, run: string) => `${project.prefix}#RUN#${partOfKey(run)}`;

export const runKeys = {
  task: (project: ProjectScope, run: string, task: string) => key(runPartition(project, run), `TSK#${partOfKey(task)}`),
  step: (project: ProjectScope, run: string, task: string, step: number) =>
    key(runPartition(project, run), `STP#${partOfKey(task)}#${digits(step, 6)}`),
  /** Of a plan. */
  round: (project: ProjectScope, run: string, round: number) =>
    key(runPartition(project, run), `ROUND#${digits(round, 3)}`),
  /** Leads from a run to what its person was asked. */
  approval: (project: ProjectScope, run: string, approval: string) =>
    key(runPartition(project, run), `APR#${partOfKey(approval)}`),
};
