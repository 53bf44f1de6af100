import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ACCOUNT, arn } from '../../template/account.ts';
import { AccessDenied, type Authorizer } from '../iam/authorizer.ts';
import { type Service, ServiceError, type ServiceReply, type ServiceRequest } from '../protocol/service.ts';
import type { LocalMachine, MachineSettings } from './machine.ts';

/** The part of `RunMicrovm` that is played here. There is no role: what is not taken cannot be given to a machine. */
const runMicrovm = z.strictObject({
  imageIdentifier: z.string().min(1),
  egressNetworkConnectors: z.array(z.string()).length(1),
  maximumDurationInSeconds: z.int().min(1).max(28_800),
  logging: z.strictObject({ disabled: z.strictObject({}) }),
  clientToken: z.string().min(1).max(128),
});
const createToken = z.strictObject({
  expirationInMinutes: z.int().min(1).max(60),
  allowedPorts: z.tuple([z.strictObject({ port: z.literal(8080) })]),
});

/** AWS adds this way in unless another is named. */
const INGRESS = `arn:${ACCOUNT.partition}:lambda:${ACCOUNT.region}:aws:network-connector:aws-network-connector:HTTP_INGRESS`;

/** Its requests are signed for by the name of Lambda's functions, and have paths of their own. */
export const isAboutMachines = ({ url }: ServiceRequest): boolean => url.pathname.startsWith('/2025-09-09/microvms');

type Started = { machine: LocalMachine; endpoint: string; image: string };

/** Lambda's machines, as far as the driver needs them: each is a namespace of this machine, behind the wall `process`. */
export class LocalMachines {
  readonly #settings: MachineSettings;
  readonly #authorizer: Authorizer;
  readonly #machines = new Map<string, Started>();
  /** The same token starts no second machine. */
  readonly #tokens = new Map<string, string>();

  constructor(authorizer: Authorizer, settings: MachineSettings = {}) {
    this.#authorizer = authorizer;
    this.#settings = settings;
  }

  stop(): void {
    for (const { machine } of this.#machines.values()) machine.end();
  }

  /** Machines that have not ended. */
  get running(): string[] {
    return [...this.#machines].flatMap(([id, { machine }]) => (machine.state === 'TERMINATED' ? [] : [id]));
  }

  readonly service: Service = async (request) => {
    const [, id, action] = /^\/2025-09-09\/microvms(?:\/([^/]+)(?:\/([\w-]+))?)?$/.exec(request.url.pathname) ?? [];
    const name = `${request.method} ${[id && '{id}', action].filter(Boolean).join('/')}`.trim();
    const [operation, act] = this.#operations(request)[name] ?? [];
    if (!operation || !act) return { operation: 'Unknown', ...refusal(501, 'NotImplemented', name) };
    try {
      return { operation, ...(await act(decodeURIComponent(id ?? ''))) };
    } catch (error) {
      if (error instanceof AccessDenied) return { operation, ...refusal(403, 'AccessDeniedException', error.message) };
      if (error instanceof ServiceError) return { operation, ...refusal(error.status, error.code, error.message) };
      if (error instanceof z.ZodError)
        return { operation, ...refusal(400, 'ValidationException', z.prettifyError(error)) };
      throw error;
    }
  };

  #operations(request: ServiceRequest): Record<string, [string, (id: string) => ServiceReply | Promise<ServiceReply>]> {
    return {
      POST: ['RunMicrovm', () => this.#run(request)],
      'GET {id}': ['GetMicrovm', (id) => json(200, this.#described(this.#find(request, 'GetMicrovm', id)))],
      'DELETE {id}': [
        'TerminateMicrovm',
        (id) => {
          this.#find(request, 'TerminateMicrovm', id).machine.end();
          return json(200, {});
        },
      ],
      'POST {id}/auth-token': [
        'CreateMicrovmAuthToken',
        (id) => {
          const { machine } = this.#find(request, 'CreateMicrovmAuthToken', id);
          const { expirationInMinutes } = createToken.parse(JSON.parse(request.body.toString()));
          return json(200, { authToken: { 'X-aws-proxy-auth': machine.token(expirationInMinutes) } });
        },
      ],
    };
  }

  async #run({ accessKey, body }: ServiceRequest): Promise<ServiceReply> {
    const input = runMicrovm.parse(JSON.parse(body.toString()));
    this.#authorizer.authorize(accessKey, { action: 'lambda:RunMicrovm', resource: input.imageIdentifier });
    for (const resource of [...input.egressNetworkConnectors, INGRESS]) {
      this.#authorizer.authorize(accessKey, { action: 'lambda:PassNetworkConnector', resource });
    }
    const before = this.#machines.get(this.#tokens.get(input.clientToken) ?? '');
    if (before) return json(200, this.#described(before));
    const id = `microvm-${randomUUID()}`;
    // Loaded for the first machine: most clouds have none.
    const { LocalMachine } = await import('./machine.ts');
    const machine = new LocalMachine(id, input.maximumDurationInSeconds, this.#settings);
    const started = { machine, endpoint: await machine.open(), image: input.imageIdentifier };
    this.#machines.set(id, started);
    this.#tokens.set(input.clientToken, id);
    return json(200, this.#described(started));
  }

  #find({ accessKey }: ServiceRequest, action: string, id: string): Started {
    const found = this.#machines.get(id);
    // Rights are about images: a machine has no name of its own in policies.
    const resource = found?.image ?? arn('lambda', 'microvm-image:*');
    this.#authorizer.authorize(accessKey, { action: `lambda:${action}`, resource });
    if (!found) throw new ServiceError('ResourceNotFoundException', `There is no MicroVM ${id}.`, 404);
    return found;
  }

  #described({ machine, endpoint, image }: Started): Record<string, unknown> {
    return { microvmId: machine.id, state: machine.state, endpoint, imageArn: image };
  }
}

const json = (status: number, value: unknown): ServiceReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const refusal = (status: number, code: string, message: string): ServiceReply => {
  const reply = json(status, { message, Message: message });
  return { ...reply, headers: { ...reply.headers, 'x-amzn-errortype': code } };
};
