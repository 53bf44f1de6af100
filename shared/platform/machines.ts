import { SECOND } from '../core/clock.ts';
import { required } from './configuration.ts';
import { once } from './once.ts';

/** Loaded for the first machine: most invocations start none. A machine is there within seconds, so a start may take longer. */
const machines = once(async () => {
  const library = await import('@aws-sdk/client-lambda-microvms');
  const requestHandler = { connectionTimeout: 2 * SECOND, requestTimeout: 20 * SECOND, throwOnRequestTimeout: true };
  return { ...library, client: new library.LambdaMicrovmsClient({ requestHandler }) };
});

/** `endpoint`: where requests to it go, as https. */
export type Machine = { id: string; endpoint: string };

/** What the service says when it has no more machines for us at the moment. */
const FULL = new Set([
  'InsufficientCapacityException',
  'ServiceQuotaExceededException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Port of the program inside that answers us. */
const AGENT_PORT = 8080;

/**
 * Starts a machine from the deployment's image, without a role and with the deployment's own way out. It ends by itself after its
 * lifetime, whatever becomes of us.
 *
 * @param token the same token starts no second machine
 * @returns `full` where there is no room for one at the moment
 */
export const runMachine = async (token: string, lifetimeSeconds: number): Promise<Machine | 'full'> => {
  const { client, RunMicrovmCommand } = await machines();
  try {
    const { microvmId, endpoint } = await client.send(
      new RunMicrovmCommand({
        imageIdentifier: required('machineImage'),
        egressNetworkConnectors: [required('machineEgress')],
        maximumDurationInSeconds: lifetimeSeconds,
        logging: { disabled: {} },
        clientToken: token,
      }),
    );
    return { id: String(microvmId), endpoint: addressOf(String(endpoint)) };
  } catch (error) {
    if (error instanceof Error && FULL.has(error.name)) return 'full';
    throw error;
  }
};

/** AWS gives a host name; the local cloud an address, since it has no certificate. */
const addressOf = (endpoint: string): string => (endpoint.includes('://') ? endpoint : `https://${endpoint}`);

/** Headers that let a request in, to the program inside that answers us and to no other port. */
export const machineHeaders = async (id: string, minutes: number): Promise<Record<string, string>> => {
  const { client, CreateMicrovmAuthTokenCommand } = await machines();
  const { authToken } = await client.send(
    new CreateMicrovmAuthTokenCommand({
      microvmIdentifier: id,
      expirationInMinutes: minutes,
      allowedPorts: [{ port: AGENT_PORT }],
    }),
  );
  return Object.fromEntries(Object.entries(authToken ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
};

/** Also where it has ended already. */
export const endMachine = async (id: string): Promise<void> => {
  const { client, TerminateMicrovmCommand } = await machines();
  try {
    await client.send(new TerminateMicrovmCommand({ microvmIdentifier: id }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceNotFoundException')) throw error;
  }
};
