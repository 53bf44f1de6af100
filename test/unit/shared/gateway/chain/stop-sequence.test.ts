import { expect, test } from 'vitest';
import { type Batch, oneByOne } from '../../../../../shared/gateway/call/batches.ts';
import type { ModelEvent } from '../../../../../shared/gateway/call/model-call.ts';
import { throughPolicies } from '../../../../../shared/gateway/chain/run.ts';
import { callOf, policy } from './chain.ts';

const redacting = policy('redacts', {
  onRequest: (call) => ({ ...call, stop: call.stop?.map((text) => text.replace('ann@example.org', '<EMAIL_1>')) }),
});

async function* endingBy(stopSequence: string): AsyncGenerator<Batch> {
  const usage = { promptTokens: 1, completionTokens: 1, estimated: false };
  yield [{ kind: 'end', finish: 'stop', usage, model: 'm', stopSequence }];
}

const endOf = async (stopSequence: string, delivery: 'stream' | 'whole'): Promise<ModelEvent | undefined> => {
  const call = callOf({ stop: ['END', 'ann@example.org'], delivery });
  let last: ModelEvent | undefined;
  const events = throughPolicies(
    call,
    [redacting],
    () => endingBy(stopSequence),
    async () => undefined,
  );
  for await (const event of oneByOne(events)) last = event;
  return last;
};

test.each(['stream', 'whole'] as const)(
  'G9: a stop sequence that a policy had changed is told as the caller wrote it: %s',
  async (delivery) => {
    expect(await endOf('<EMAIL_1>', delivery)).toMatchObject({ stopSequence: 'ann@example.org' });
    expect(await endOf('END', delivery)).toMatchObject({ stopSequence: 'END' });
  },
);

test('G9: a stop sequence that the caller did not give is not told', async () => {
  expect(await endOf('<|im_end|>', 'stream')).not.toHaveProperty('stopSequence');
});
