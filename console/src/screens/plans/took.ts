import { duration } from '../../design/figure/moment.ts';

type Timed = { started_at: string | null; ended_at: string | null };

/** How long it took, in words; of what has not ended, nothing: that changes all the time. */
export const tookOf = ({ started_at, ended_at }: Timed): string | undefined =>
  started_at && ended_at ? duration(Math.max(0, Date.parse(ended_at) - Date.parse(started_at))) : undefined;
