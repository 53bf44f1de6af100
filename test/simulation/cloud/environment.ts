import { ENV } from '../../../shared/core/environment.ts';
import { OFTEN } from '../../support/unhurried.ts';

export const MACHINE_ARN = 'arn:aws:states:us-east-1:000000000000:stateMachine:plan';

/** The environment variables of every function. */
export const ENVIRONMENT: Record<string, string> = {
  [ENV.table]: 'table',
  [ENV.bucket]: 'bucket',
  [ENV.stage]: 'dev',
  [ENV.agentsQueue]: 'agents',
  [ENV.timersQueue]: 'timers',
  [ENV.providerSecret]: 'provider',
  [ENV.vectorsSecret]: 'vectors',
  [ENV.signingKeysSecret]: 'keys',
  [ENV.planMachine]: MACHINE_ARN,
  [ENV.socketEndpoint]: 'https://sockets.example',
  [ENV.socketUrl]: 'wss://sockets.example',
  [ENV.pusherFunction]: 'pusher',
  [ENV.defaultModel]: 'scripted',
  [ENV.embeddingModel]: 'embedding',
  [ENV.dataKey]: 'data-key',
  [ENV.modelTimeout]: '30000',
  ...OFTEN,
};
