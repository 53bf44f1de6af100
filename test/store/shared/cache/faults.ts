import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';

/** What becomes of a call of the table: done, refused, done without a reply, or never answered. */
export type Fault = 'refuse' | 'lose reply' | 'hang';

export type Faults = {
  readonly calls: number;
  /** Counts anew; from this call on, the table does so. */
  from(call: number, fault: Fault): void;
  works(): void;
  stop(): void;
};

/** Stands in front of the table's client, so that a failure is one at once and not what is left after five attempts. */
export const startFaults = (): Faults => {
  let calls = 0;
  let first = Number.POSITIVE_INFINITY;
  let fault: Fault = 'refuse';
  const send = DynamoDBDocumentClient.prototype.send as (command: unknown) => Promise<unknown>;
  const spy = vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    command: unknown,
  ): Promise<unknown> {
    calls += 1;
    if (calls < first) return send.call(this, command);
    if (fault === 'hang') return new Promise(() => undefined);
    if (fault === 'lose reply') await send.call(this, command);
    throw new Error('The table cannot be reached.');
  } as typeof send);
  const begin = (call: number): void => {
    calls = 0;
    first = call;
  };
  return {
    get calls() {
      return calls;
    },
    from: (call, what) => {
      begin(call);
      fault = what;
    },
    works: () => begin(Number.POSITIVE_INFINITY),
    stop: () => spy.mockRestore(),
  };
};
