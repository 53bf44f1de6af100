import type { Item } from './values/types.ts';

export type ErrorCode =
  | 'AccessDeniedException'
  | 'ConditionalCheckFailedException'
  | 'IdempotentParameterMismatchException'
  | 'InternalServerError'
  | 'MissingAuthenticationTokenException'
  | 'ProvisionedThroughputExceededException'
  | 'ResourceInUseException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'TransactionCanceledException'
  | 'TransactionConflictException'
  | 'UnknownOperationException'
  | 'ValidationException';

/** Why one write of a transaction did, or did not, stand in its way. In the order of the request. */
export type CancellationReason = { Code: string; Message?: string; Item?: Item };

/** An answer other than success. `fields` are the further members of the modelled exception. */
export class DynamoDbError extends Error {
  override readonly name = 'DynamoDbError';
  readonly code: ErrorCode;
  readonly fields: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, fields: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return this.code === 'InternalServerError' ? 500 : 400;
  }

  body(): Record<string, unknown> {
    return { __type: `com.amazonaws.dynamodb.v20120810#${this.code}`, message: this.message, ...this.fields };
  }
}

export const invalid = (message: string) => new DynamoDbError('ValidationException', message);

/** The item is shown only to a caller who asked for it (`ReturnValuesOnConditionCheckFailure: ALL_OLD`). */
export const conditionFailed = (item?: Item) =>
  new DynamoDbError('ConditionalCheckFailedException', 'The conditional request failed', item ? { Item: item } : {});

export function transactionCancelled(reasons: CancellationReason[]): DynamoDbError {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  return new DynamoDbError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: reasons },
  );
}

/** SQLite's code for a full disk. Source: https://www.sqlite.org/rescode.html#full */
const SQLITE_FULL = 13;

export const isDiskFull = (error: unknown): boolean => (error as { errcode?: number } | null)?.errcode === SQLITE_FULL;

/** Errors of dynalite's validations carry the body of the reply they want; anything else is returned as it is. */
export function translated(error: unknown): unknown {
  const body = (error as { body?: { __type?: string; message?: string; Message?: string } } | null)?.body;
  if (!body?.__type) return error;
  const code = body.__type.split('#')[1] as ErrorCode;
  return new DynamoDbError(code, body.message ?? body.Message ?? '');
}
