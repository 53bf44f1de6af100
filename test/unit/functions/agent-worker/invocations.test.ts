import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { handler } from '../../../../functions/agent-worker/handler.ts';
import { beginInvocation } from '../../../../shared/observability/invocation.ts';
import { log } from '../../../../shared/observability/log.ts';

const workOn = vi.hoisted(() => vi.fn<(message: unknown) => Promise<void>>());
const checkAgent = vi.hoisted(() => vi.fn<(message: unknown) => Promise<void>>());
vi.mock('../../../../shared/turns/index.ts', () => ({ workOn, checkAgent }));

const owner = { user_id: 'alice', project_id: 'prj_1' };
const check = { check: 'agent', ...owner, agent_key: 'agt_1' };
const work = (n: number) => ({
  ...owner,
  session_id: `ses_${n}`,
  run_id: `run_${n}`,
  task_id: `tsk_${n}`,
  wake: 1,
  request_id: `req_${n}`,
});
const eventOf = (...messages: unknown[]): SQSEvent => ({
  Records: messages.map((message, index) => ({ body: JSON.stringify(message), messageId: `m${index}` }) as SQSRecord),
});
const invoke = (id: string, ...messages: unknown[]) => handler(eventOf(...messages), { awsRequestId: id } as Context);

/** What `action` logs, without what every line has. The logger writes to the console here. */
const logged = async (action: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
  const info = vi.spyOn(console, 'info').mockReturnValue();
  try {
    await action();
    return info.mock.calls.map(([line]) => {
      const { level, timestamp, service, sampling_rate, ...rest } = JSON.parse(String(line)) as Record<string, unknown>;
      expect([level, service, typeof timestamp, sampling_rate]).toEqual(['INFO', 'artel', 'string', 0]);
      return rest;
    });
  } finally {
    info.mockRestore();
  }
};

test('the log lines of an invocation carry nothing of the one before', async () => {
  checkAgent.mockImplementation(async () => log.info('checked'));
  workOn.mockImplementation(async () => log.info('worked'));
  const lines = await logged(async () => {
    await invoke('one', check);
    await invoke('two', work(2));
    log.info('outside');
  });
  expect(lines).toEqual([
    { message: 'checked', invocation_id: 'one', agent_key: 'agt_1' },
    { message: 'worked', invocation_id: 'two', request_id: 'req_2', run_id: 'run_2', task_id: 'tsk_2' },
    { message: 'outside' },
  ]);
});

test('the messages of one batch do not share log fields', async () => {
  workOn.mockImplementation(async () => log.info('worked'));
  const lines = await logged(() => invoke('one', work(1), check, work(3)));
  expect(lines.map(({ request_id, task_id, agent_key }) => [request_id, task_id, agent_key])).toEqual([
    ['req_1', 'tsk_1', undefined],
    [undefined, undefined, 'agt_1'],
    ['req_3', 'tsk_3', undefined],
  ]);
});

test('invocations that run at the same time keep their log fields apart', async () => {
  const gate = Promise.withResolvers<void>();
  const lines = await logged(async () => {
    const both = ['req_1', 'req_2'].map((request_id) =>
      beginInvocation({ request_id }, async () => {
        await gate.promise;
        log.info('went on');
      }),
    );
    gate.resolve();
    await Promise.all(both);
  });
  expect(lines.map(({ request_id }) => request_id)).toEqual(['req_1', 'req_2']);
});
