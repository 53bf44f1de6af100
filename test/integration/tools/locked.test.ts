import { expect, test } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { ended } from '../../support/approvals.ts';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { startOutsideServer } from '../egress/server.ts';

/* Requirements: ID12. */

const here = inArtel(() => startArtel({ environment: { [ENV.allowedHosts]: '127.0.0.1' } }));

test('a call of a tool that is under way is broken off when its user is locked, and the run says why', async () => {
  const asked = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  const slow = await startOutsideServer((_request, response) => {
    response.on('close', left.resolve);
    asked.resolve();
  });
  const config = { tools: ['http_fetch'], approval: { min_risk: 'high' } };
  const { agent, session } = await here.alice.chat('patient', config);
  const args = JSON.stringify({ url: `http://127.0.0.1:${slow.port}/` });
  here.artel.model.script({ tool_calls: [{ name: 'http_fetch', arguments: args }] });
  await here.alice.call('POST', `/my/chat/${session}/message`, { content: 'Go on.', target_agent: agent });
  await asked.promise;
  const user = authenticated({ userId: here.alice.id });
  await here.operator.put(accountItem(user, { ...NEW_ACCOUNT, locked: true }));
  await left.promise;
  await here.operator.put(accountItem(user, NEW_ACCOUNT));
  const events = await ended(here.alice, session);
  expect(events.at(-1)?.payload).toMatchObject({ state: 'failed', error: { error_code: 'forbidden' } });
  await slow.stop();
});
