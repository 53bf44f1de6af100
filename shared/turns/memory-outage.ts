import { log } from '../observability/log.ts';

/** The cause may quote what was to be embedded. */
export const nameOf = (error: unknown): { reason: string } => ({
  reason: error instanceof Error ? error.name : 'unknown',
});

/** Whether memory failed the last time this container used it. */
let isOut = false;

/** One warning for an outage, however many turns go on without memory in the meantime. */
export const reportOutage = (phase: 'recall' | 'remember', error: unknown): void => {
  const fields = { phase, ...nameOf(error) };
  if (isOut) log.info('memory still unavailable', fields);
  else log.warn('memory unavailable', fields);
  isOut = true;
};

export const endOutage = (): void => {
  isOut = false;
};
