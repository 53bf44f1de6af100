import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SECOND } from '../../core/clock.ts';
import { once } from '../once.ts';
import { CLIENT_TIMEOUTS } from '../timeouts.ts';

/** Five attempts of five seconds: a store that hangs is given up before the waiting request times out. */
const PERSISTENCE = {
  requestHandler: { ...CLIENT_TIMEOUTS.requestHandler, requestTimeout: 5 * SECOND },
  maxAttempts: 5,
};

export const client = once(() =>
  DynamoDBDocumentClient.from(new DynamoDBClient(PERSISTENCE), {
    marshallOptions: { removeUndefinedValues: true },
  }),
);
