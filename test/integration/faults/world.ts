import { startVectors } from '../../../infra/local/stand-ins/qdrant/server.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { type Listener, listen } from '../../support/listener.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { throughProxy } from '../../support/through-proxy.ts';
import { startToolServer, type ToolServer } from '../../support/tool-server.ts';
import { type QueueWatch, watchQueue } from './queue-watch.ts';
import { thinker } from './thinker.ts';

export const AGENT = 'clerk';
const DOORS = ['dynamodb', 'services', 'sockets', 'model', 'vectors', 'tools'];

/** The whole product, with a door in front of everything the agent's worker calls. */
export type World = {
  artel: Artel;
  proxy: FaultProxy;
  tools: ToolServer;
  operator: Operator;
  alice: Person;
  /** Beginning of all partition keys of alice's project, and the partition of the agent's lane. */
  project: string;
  lane: string;
  newSession(): Promise<string>;
  killWorker(): Promise<void>;
  /** Resolves when no worker works and no message that could call one is left. */
  idle(): Promise<void>;
  /** As if a minute had gone by: leases are over, what was to be sent again is due, and the sweeper has looked. */
  minutePasses(): Promise<void>;
  stop(): Promise<void>;
};

/** A connection listens to fifty sessions at most. */
const MOST_HEARD = 50;

/** A worker that cannot even reach its task says so at this level: its message stays in flight, and nobody works on it. */
const GIVEN_UP = '"level":"ERROR"';

export const startWorld = async (): Promise<World> => {
  let artel: Artel | undefined;
  let watch: QueueWatch | undefined;
  const killWorker = async (): Promise<void> => {
    await artel?.cloud.kill('agent-worker');
    watch?.forget();
  };
  const proxy = await startFaultProxy(DOORS, killWorker);
  const [tools, vectors] = await Promise.all([startToolServer(), startVectors()]);
  artel = await startArtel({
    log: (name, text) => {
      if (name.includes('AgentWorker') && text.includes(GIVEN_UP)) watch?.forget();
    },
    environment: (id): Record<string, string> =>
      id.startsWith('AgentWorker')
        ? { ...throughProxy(proxy, artel?.cloud), [ENV.allowedHosts]: new URL(proxy.addressOf('tools')).host }
        : {},
    secrets: {
      SecretsProvider: { base_url: `${proxy.addressOf('model')}/v1`, api_key: 'test', model: 'scripted' },
      SecretsVectors: { url: proxy.addressOf('vectors'), api_key: '' },
    },
  });
  const { cloud, model } = artel;
  const toolsAt = proxy.addressOf('tools');
  model.always(thinker(`${toolsAt}/orders`));
  const { dynamodb, services, management } = cloud.endpoints;
  proxy.lead({
    dynamodb,
    services,
    sockets: management,
    model: new URL(model.url).origin,
    vectors: vectors.url,
    tools: tools.url,
  });

  const watching = watchQueue(cloud, proxy);
  watch = watching;
  const operator = operatorOf(cloud);
  const alice = await artel.register('alice');
  let ears: Listener = await listen(cloud.socketUrl, alice);
  let heard = 0;
  const made = await alice.call('POST', '/my/agents', {
    name: AGENT,
    system_prompt: 'You keep the books.',
    concurrency_limit: 2,
    approval: { min_risk: 'high' },
    tools: ['http_fetch', { mcp: { url: `${toolsAt}/mcp` } }],
  });
  if (made.status !== 201) throw new Error(`The agent was refused: ${JSON.stringify(made.body)}`);

  const lane = (await operator.itemsOf(`USER#${alice.id}#PRJ#`)).find(({ sk }) => sk === 'LANE')?.pk ?? '';
  const started = artel;
  return {
    artel,
    proxy,
    tools,
    operator,
    alice,
    lane,
    project: lane.slice(0, lane.indexOf('#AGT#')),
    newSession: async () => {
      const { body } = await alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
      if (heard === MOST_HEARD) {
        ears.close();
        ears = await listen(cloud.socketUrl, alice);
        heard = 0;
      }
      heard += 1;
      await ears.hear(body.id);
      return body.id;
    },
    killWorker,
    idle: watching.idle,
    minutePasses: async () => {
      await operator.timePasses('task');
      await operator.timePasses('lane');
      await cloud.sweep();
    },
    stop: async () => {
      ears.close();
      operator.stop();
      await started.stop();
      await Promise.all([vectors.stop(), tools.stop(), proxy.stop()]);
    },
  };
};
