import { afterAll, beforeAll } from 'vitest';
import { accountOperations } from '../../../functions/account/operations.ts';
import { adminOperations } from '../../../functions/admin/operations.ts';
import { restHandler } from '../../../functions/middleware/rest-handler.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { type Gateway, gateway } from '../../../shared/gateway/index.ts';
import { accountKeys, updateItem } from '../../../shared/store/index.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { login, registered, signedIn, startIdentity } from '../../support/identity.ts';
import { caller } from '../../support/rest.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';

type Known = { token: string; id: string };

/** `admin`: the token of an administrator. */
export type InPolicies = { model: ScriptedModel; admin: string; alice: Known; bob: Known };

export const call = caller(restHandler([...accountOperations, ...adminOperations]));

/** Somebody's address, which is personal data. */
export const MAIL = 'carol.smith@example.org';
export const NO_FALCON = {
  kind: 'replace',
  name: 'names',
  on: 'both',
  rules: [{ find: 'Falcon', with: '[removed]' }],
};

/** What people and administrators call about policies, served in this process, and the model that calls are made to. */
export const inPolicies = (): InPolicies => {
  const here = {} as InPolicies;
  const stops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const identity = await startIdentity();
    stops.unshift(identity.stop);
    const key = await startTestDataKey();
    stops.unshift(() => key.stop());
    here.model = await startScriptedModel();
    stops.unshift(() => here.model.stop());
    const { body } = await registered('root');
    await updateItem(accountKeys.account(authenticated({ userId: body.id ?? body.user.id })), 'set #roles = :roles', {
      values: { roles: ['user', 'admin'] },
    });
    here.admin = (await login('root')).body.access_token;
    here.alice = await signedIn('alice');
    here.bob = await signedIn('bob');
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  return here;
};

/** The gateway as it is deployed, but for the provider. */
export const deployedOver = ({ model }: Pick<InPolicies, 'model'>): Gateway =>
  gateway({
    settings: async () => ({ baseUrl: model.url, apiKey: 'test', model: 'scripted', embeddingModel: 'scripted' }),
    timeouts: () => ({ firstByte: 10_000, retries: 0 }),
  });
