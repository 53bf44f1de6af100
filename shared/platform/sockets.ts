import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { SignatureV4 } from '@smithy/signature-v4';
import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Two attempts: a post has made the first of three by itself. */
const client = once(
  () => new ApiGatewayManagementApiClient({ ...CLIENT_TIMEOUTS, maxAttempts: 2, endpoint: required('socketEndpoint') }),
);

const OK = 200;
const GONE = 410;

/** Signs and sends with the client's own credentials and connections, but none of its layers, and gives the status. */
const poster = once(() => {
  const { region, credentials, sha256, requestHandler } = client().config;
  const endpoint = new URL(required('socketEndpoint'));
  const signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256, applyChecksum: false });
  const { protocol, hostname } = endpoint;
  const to = { method: 'POST', protocol, hostname, ...(endpoint.port && { port: Number(endpoint.port) }), query: {} };
  const base = `${endpoint.pathname.replace(/\/$/, '')}/@connections/`;
  return async (connectionId: string, text: string): Promise<number> => {
    const body = Buffer.from(text);
    const headers = {
      host: endpoint.host,
      'content-type': 'application/octet-stream',
      'content-length': String(body.byteLength),
    };
    const request = await signer.sign({ ...to, path: `${base}${encodeURIComponent(connectionId)}`, headers, body });
    const { response } = await requestHandler.handle(request);
    response.body.resume();
    return response.statusCode;
  };
});

/**
 * Sends text to one client. `gone`: the connection no longer exists. An event for a thousand sockets is a thousand posts, of
 * which the client's layers are most of the work: the first attempt does without them. Whatever it meets but an answer is left
 * to the client, which waits and tries again, and knows how errors are told.
 */
export const postToConnection = async (connectionId: string, text: string): Promise<'sent' | 'gone'> => {
  const status = await poster()(connectionId, text).catch(() => undefined);
  if (status === OK) return 'sent';
  if (status === GONE) return 'gone';
  try {
    await client().send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: text }));
    return 'sent';
  } catch (error) {
    if (error instanceof GoneException) return 'gone';
    throw error;
  }
};

export const closeConnection = async (connectionId: string): Promise<'closed' | 'gone'> => {
  try {
    await client().send(new DeleteConnectionCommand({ ConnectionId: connectionId }));
    return 'closed';
  } catch (error) {
    if (error instanceof GoneException) return 'gone';
    throw error;
  }
};
