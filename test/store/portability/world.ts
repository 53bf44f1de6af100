import { afterAll, beforeAll } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { newUserId } from '../../../shared/core/ids.ts';
import { ALL_PERMISSIONS, authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { createProject } from '../../../shared/projects/index.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { startTestObjects } from '../../support/objects.ts';
import { startTestTable } from '../../support/table.ts';

/** A table behind a proxy that refuses calls or loses replies, and a bucket. */
export const inFaultyTable = (): { proxy: FaultProxy } => {
  const here = {} as { proxy: FaultProxy };
  let table: Awaited<ReturnType<typeof startTestTable>>;
  let objects: Awaited<ReturnType<typeof startTestObjects>>;
  beforeAll(async () => {
    table = await startTestTable();
    objects = await startTestObjects();
    here.proxy = await startFaultProxy(['dynamodb'], async () => undefined);
    here.proxy.lead({ dynamodb: table.url });
    process.env.AWS_ENDPOINT_URL_DYNAMODB = here.proxy.addressOf('dynamodb');
  });
  afterAll(async () => {
    await here.proxy.stop();
    await objects.stop();
    await table.stop();
  });
  return here;
};

export const newProject = async (): Promise<ProjectScope> => {
  const { putItem } = await import('../../../shared/store/index.ts');
  const user = authenticated({ userId: newUserId(), permissions: ALL_PERMISSIONS });
  await putItem(accountItem(user, NEW_ACCOUNT));
  return user.inProject((await createProject(user, 'Empty')).id);
};

export const options = { origin: {} };
export const untouched = (): undefined => undefined;
