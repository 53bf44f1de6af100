import type { SdkError } from '@modelcontextprotocol/client';
import { beginningOf } from '../../core/excerpt.ts';
import { EgressError } from '../../egress/index.ts';
import { CALL_TIMEOUT, NotConnected } from './connection.ts';
import { type Library, loadedLibrary } from './library.ts';

/** Why a server did not answer. `sent`: the call may have reached it. */
export type McpFailure = { text: string; temporary: boolean; sent: boolean };

const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Of a server's own words in an error. */
const MAX_QUOTE_LENGTH = 500;

export const mcpFailureOf = (error: unknown): McpFailure => {
  if (error instanceof NotConnected) return { ...mcpFailureOf(error.cause), sent: false };
  if (error instanceof EgressError) return { text: error.message, temporary: error.temporary, sent: error.sent };
  const client = loadedLibrary();
  if (!client) return BROKEN;
  const { ProtocolError, SdkError, SdkHttpError } = client;
  if (error instanceof SdkHttpError) return statusFailure(error.status);
  if (error instanceof SdkError) return clientFailure(error, client);
  if (error instanceof ProtocolError) {
    const text = `The server refuses the call: ${beginningOf(error.message.toWellFormed(), MAX_QUOTE_LENGTH)}`;
    return { text, temporary: false, sent: false };
  }
  return BROKEN;
};

const BROKEN = { text: 'The server did not keep to the protocol.', temporary: false, sent: true };

const statusFailure = (status: number): McpFailure => {
  const temporary = TEMPORARY.has(status);
  if (status === 401 || status === 403) {
    return { text: `The server refuses our credentials (${status}).`, temporary, sent: false };
  }
  if (status < 400) return { text: 'The server did not answer in the protocol.', temporary: false, sent: true };
  return { text: `The server answered with status ${status}.`, temporary, sent: status >= 500 };
};

const clientFailure = (error: SdkError, { SdkErrorCode }: Library): McpFailure => {
  if (error.cause instanceof EgressError) return mcpFailureOf(error.cause);
  if (error.code === SdkErrorCode.RequestTimeout) {
    return { text: `The server did not answer within ${CALL_TIMEOUT / 1_000} seconds.`, temporary: true, sent: true };
  }
  if (error.code === SdkErrorCode.ConnectionClosed) {
    return { text: 'The connection to the server was lost.', temporary: true, sent: true };
  }
  if (error.code === SdkErrorCode.ClientHttpUnexpectedContent) {
    return { text: 'The server did not answer in the protocol.', temporary: false, sent: true };
  }
  if (error.code === SdkErrorCode.UnsupportedResultType) {
    return { text: 'The tool asks for further input, which an agent cannot give it.', temporary: false, sent: false };
  }
  return BROKEN;
};
