import { Authorizer } from '../../infra/local/services/iam/authorizer.ts';
import { LocalMachines } from '../../infra/local/services/lambda-microvms/service.ts';
import { startServices } from '../../infra/local/services/protocol/server.ts';
import type { Service } from '../../infra/local/services/protocol/service.ts';
import { ENV } from '../../shared/core/environment.ts';

const IMAGE = 'arn:aws:lambda:us-east-1:000000000000:microvm-image:artel-test';
const EGRESS = 'arn:aws:lambda:us-east-1:000000000000:network-connector:artel-test';

/** `full`: there is no room for another. `deaf`: none lets a request in. */
export type TestMachines = {
  machines: Pick<LocalMachines, 'running'> & { full: boolean; deaf: boolean };
  calls: string[];
  stop(): Promise<void>;
};

const NO_ROOM = {
  operation: 'RunMicrovm',
  status: 429,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'ServiceQuotaExceededException' },
  body: JSON.stringify({ message: 'There are as many as this account may have.' }),
};

/** The service of machines, with this process's environment leading to it. Each machine is a namespace here. */
export const startTestMachines = async (): Promise<TestMachines> => {
  const statements = [{ effect: 'Allow' as const, actions: ['lambda:*'], resources: ['*'] }];
  const operator = {
    accessKeyId: 'AKIDOPERATOR',
    secretAccessKey: 'operator',
    roleName: 'operator',
    roleArn: 'arn:aws:iam::000000000000:role/operator',
    statements,
  };
  const local = new LocalMachines(new Authorizer([operator]));
  const machines = {
    full: false,
    deaf: false,
    get running() {
      return local.running;
    },
  };
  const service: Service = async (request) => {
    if (machines.full && request.url.pathname === '/2025-09-09/microvms') return NO_ROOM;
    const reply = await local.service(request);
    if (!machines.deaf || reply.operation !== 'CreateMicrovmAuthToken') return reply;
    return { ...reply, body: JSON.stringify({ authToken: { 'X-aws-proxy-auth': 'of nobody' } }) };
  };
  const calls: string[] = [];
  const { url, stop } = await startServices({
    services: { lambda: service },
    onCall: (_service, operation) => calls.push(operation),
    log: (text) => process.stderr.write(text),
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LAMBDA_MICROVMS: url,
    [ENV.machineImage]: IMAGE,
    [ENV.machineEgress]: EGRESS,
  });
  return {
    machines,
    calls,
    stop: async () => {
      local.stop();
      await stop();
    },
  };
};
