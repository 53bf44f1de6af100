import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SECOND } from '../../shared/core/clock.ts';
import { ENV } from '../../shared/core/environment.ts';
import { tableNames } from '../../shared/doctor/index.ts';
import { BootRefused, DataFolder } from '../local/boot/data-folder.ts';
import { startDynamoDb } from '../local/services/dynamodb/server.ts';
import { operatorPrincipal } from '../local/services/iam/roles.ts';
import { configuredSettings, dataStackName } from '../settings/index.ts';
import { actLocally } from './act-locally.ts';
import { Refused } from './arguments.ts';
import type { Ward } from './ward.ts';

/**
 * The data folder of this machine, alone: under the lock that `npm start` takes, so that nothing moves meanwhile. What
 * has expired since the service stopped is left to the service.
 */
export const onMachine = async (data: string): Promise<Ward> => {
  const path = resolve(data);
  const tables = join(path, 'dynamodb');
  if (!existsSync(tables)) throw new Refused(`There are no data in ${path}. Name the folder with ARTEL_DATA.`);
  const folder = lock(path);
  // The time of the stopped service is that of its last write: what has become due since is not late.
  const stoppedAt = lastWrite(tables);
  const operator = operatorPrincipal();
  const dynamodb = await startDynamoDb({ folder: tables, principals: [operator], tables: [], expiry: 'on order' });
  const close = async (): Promise<void> => {
    await dynamodb.stop();
    // A repair is no work of the service: to the next doctor, what has become due since it stopped is not late either.
    for (const file of filesIn(tables)) utimesSync(file, stoppedAt / SECOND, stoppedAt / SECOND);
    folder.release();
  };
  actLocally({ url: dynamodb.url, credentials: operator });
  const [table] = await tableNames(dataStackName('dev'));
  if (table === undefined) {
    await close();
    throw new Refused(`The tables in ${path} are none of Artel's.`);
  }
  process.env[ENV.table] = table;
  process.env[ENV.auditRetention] = String(configuredSettings('dev').auditRetentionDays);
  return { name: path, asOf: () => stoppedAt, pause: async () => undefined, close };
};

const lock = (path: string): DataFolder => {
  try {
    return new DataFolder(path);
  } catch (error) {
    if (!(error instanceof BootRefused)) throw error;
    throw new Refused(`${error.message} Stop it first: this command works on data that nobody else uses.`, {
      cause: error,
    });
  }
};

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

const lastWrite = (folder: string): number => Math.max(...filesIn(folder).map((file) => statSync(file).mtimeMs));
