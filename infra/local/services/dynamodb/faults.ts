import { DynamoDbError, transactionCancelled } from './errors.ts';

/** What a call may be made to fail with. `drop-reply` carries the call out and breaks the connection instead of answering. */
export type FaultError =
  | 'TransactionConflict'
  | 'ProvisionedThroughputExceededException'
  | 'InternalServerError'
  | 'drop-reply';
/** The next `times` calls of `action` (`*`: of any action) fail. */
export type Fault = { action: string; times: number; error: FaultError };

export class Faults {
  #pending: Fault[] = [];

  add(fault: Fault): void {
    this.#pending.push({ ...fault });
  }

  /** The fault this call meets, used up by it. */
  take(action: string): FaultError | undefined {
    const fault = this.#pending.find((candidate) => candidate.action === action || candidate.action === '*');
    if (!fault) return undefined;
    fault.times--;
    this.#pending = this.#pending.filter(({ times }) => times > 0);
    return fault.error;
  }
}

export function faultError(error: Exclude<FaultError, 'drop-reply'>, action: string, body: object): DynamoDbError {
  if (error === 'InternalServerError') return new DynamoDbError('InternalServerError', 'Internal server error');
  if (error === 'ProvisionedThroughputExceededException') {
    return new DynamoDbError(error, 'The level of configured provisioned throughput for the table was exceeded');
  }
  if (!action.startsWith('Transact')) {
    return new DynamoDbError('TransactionConflictException', 'Transaction is ongoing for the item');
  }
  const { TransactItems: items } = body as { TransactItems?: unknown };
  const others = Array.isArray(items) ? items.slice(1).map(() => ({ Code: 'None' })) : [];
  return transactionCancelled([
    { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
    ...others,
  ]);
}
