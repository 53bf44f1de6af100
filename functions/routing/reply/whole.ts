import type { Writable } from 'node:stream';

/**
 * Sends an answer that is at hand. Lambda sends status and headers along with the first `write`, also of nothing, and not with
 * `end`: an answer that only ends arrives as 502, or as 200 without its headers.
 * Source: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/issues/97
 */
export const sendWhole = (out: Writable, body: string | Uint8Array = ''): void => {
  out.write(body);
  out.end();
};
