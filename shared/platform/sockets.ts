import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

const client = once(
  () => new ApiGatewayManagementApiClient({ ...CLIENT_TIMEOUTS, endpoint: required('socketEndpoint') }),
);

/** Sends text to one client. `gone`: the connection no longer exists. */
export const postToConnection = async (connectionId: string, text: string): Promise<'sent' | 'gone'> => {
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
