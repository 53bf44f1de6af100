import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { EgressError } from '../../egress/index.ts';
import { CALL_TIMEOUT, NotConnected } from './connection.ts';

/** Why a server did not answer. `sent`: the call may have reached it. */
export type McpFailure = { text: string; temporary: boolean; sent: boolean };

const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Of a server's own words in an error. */
const MAX_QUOTE_LENGTH = 500;

export const mcpFailureOf = (error: unknown): McpFailure => {
  if (error instanceof NotConnected) return { ...mcpFailureOf(error.cause), sent: false };
  if (error instanceof EgressError) return { text: error.message, temporary: error.temporary, sent: error.sent };
  if (error instanceof StreamableHTTPError) return statusFailure(error.code ?? 0);
  if (error instanceof McpError) return answeredFailure(error);
  return { text: 'The server did not keep to the protocol.', temporary: false, sent: true };
};

const statusFailure = (status: number): McpFailure => {
  const temporary = TEMPORARY.has(status);
  if (status === 401 || status === 403) {
    return { text: `The server refuses our credentials (${status}).`, temporary, sent: false };
  }
  if (status < 400) return { text: 'The server did not answer in the protocol.', temporary: false, sent: true };
  return { text: `The server answered with status ${status}.`, temporary, sent: status >= 500 };
};

const answeredFailure = ({ code, message }: McpError): McpFailure => {
  if (code === ErrorCode.RequestTimeout) {
    return { text: `The server did not answer within ${CALL_TIMEOUT / 1_000} seconds.`, temporary: true, sent: true };
  }
  if (code === ErrorCode.ConnectionClosed) {
    return { text: 'The connection to the server was lost.', temporary: true, sent: true };
  }
  return { text: `The server refuses the call: ${message.slice(0, MAX_QUOTE_LENGTH)}`, temporary: false, sent: false };
};
