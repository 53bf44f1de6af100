import { required } from '../../platform/configuration.ts';
import { executionArnOf } from '../../platform/step-functions.ts';

/** A closed name cannot be used again, so each generation of a run's executions has its own. */
export const executionName = (run: string, generation: number): string => `${run}-${generation}`;

export const executionArn = (run: string, generation: number): string =>
  executionArnOf(required('planMachine'), executionName(run, generation));
