import { setTimeout } from 'node:timers/promises';
import { SECOND, systemClock } from '../../shared/core/clock.ts';
import { ENV } from '../../shared/core/environment.ts';
import { tableNames } from '../../shared/doctor/index.ts';
import { configuredSettings, dataStackName, type Stage } from '../settings/index.ts';
import { Refused } from './arguments.ts';
import type { Ward } from './ward.ts';

/** Longer than a transaction and what follows it: what still stands then is not under way. */
const BETWEEN_LOOKS = 5 * SECOND;

/**
 * A deployment, while it runs, with the operator's own credentials. CloudFormation names the table after its stack. Needed
 * are ListTables, and on the table Scan, Query, GetItem, BatchGetItem; for repairs also what writes.
 */
export const inAws = async (stage: Stage): Promise<Ward> => {
  const stack = dataStackName(stage);
  const [table, ...others] = await tableNames(`${stack}-Table`);
  if (table === undefined) throw new Refused(`There is no table of ${stack} in this account and region.`);
  if (others.length > 0) throw new Refused(`${stack} has several tables: ${[table, ...others].join(', ')}.`);
  process.env[ENV.table] = table;
  process.env[ENV.auditRetention] = String(configuredSettings(stage).auditRetentionDays);
  return {
    name: table,
    // Its sweeper runs every minute.
    asOf: () => systemClock.now(),
    pause: () => setTimeout(BETWEEN_LOOKS),
    close: async () => undefined,
  };
};
