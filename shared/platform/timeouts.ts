import { SECOND } from '../core/clock.ts';

/**
 * How long a client of an AWS service waits: spread into each. Without it a call that hangs lasts until its function times
 * out; with it, it fails in time for the SDK to try again within a request's 29 seconds. Normal replies come within tens
 * of milliseconds, large objects within a second.
 */
export const CLIENT_TIMEOUTS = {
  requestHandler: { connectionTimeout: 2 * SECOND, requestTimeout: 6 * SECOND, throwOnRequestTimeout: true },
};
