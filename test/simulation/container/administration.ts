import { redriveRun } from '../../../shared/bus/index.ts';
import { NotFound } from '../../../shared/core/errors.ts';

type RunOfPerson = { user_id: string; project_id: string; run: string };

/** What an administrator's request does, but for who asks: that a run is gone by then is an answer like any other. */
export const redrive = ({ run, ...owner }: RunOfPerson): Promise<unknown> =>
  redriveRun(owner, run).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
