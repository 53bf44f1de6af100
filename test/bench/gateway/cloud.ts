import { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import { synthesize } from '../../../infra/synth.ts';
import { type Person, register } from '../../support/artel.ts';
import { operatorOf } from '../../support/operator.ts';
import { OFTEN } from '../../support/unhurried.ts';
import { FULL_CHAIN } from './chain.ts';
import type { Contender } from './contender.ts';

const nothing = async (): Promise<void> => undefined;

/** Once more through all of it: API Gateway, Lambda, sign-in, budgets and the table, as the local cloud stands in for them. */
export const throughCloud = async (
  upstream: Contender,
  compare: (contenders: Contender[]) => Promise<void>,
): Promise<void> => {
  const cloud = await LocalCloud.boot({
    app: synthesize('dev'),
    schedules: false,
    environment: OFTEN,
    secrets: { SecretsProvider: { base_url: upstream.url, api_key: 'test', model: 'scripted' } },
  });
  try {
    const [alice, bob] = [await register(cloud.url, 'alice'), await register(cloud.url, 'bob')];
    await chained(cloud, bob);
    const through = (name: string, { token }: Person): Contender => ({
      name,
      url: `${cloud.url}/v1`,
      headers: { authorization: `Bearer ${token}` },
      stop: nothing,
    });
    await compare([
      upstream,
      through('local cloud, as it comes', alice),
      through('local cloud, full chain in sessions', bob),
    ]);
  } finally {
    await cloud.stop();
  }
};

/** The full chain for one person, and no narrow budget for it. */
const chained = async (cloud: LocalCloud, { id }: Person): Promise<void> => {
  const operator = operatorOf(cloud);
  const policies = { policies: FULL_CHAIN, version: 1, updated_at: new Date().toISOString(), updated_by: id };
  await operator.put({ pk: `ACCOUNT#${id}`, sk: 'POLICIES', v: 1, ...policies });
  operator.stop();
};
