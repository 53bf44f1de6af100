import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import { ArtelFunction, type FunctionProps } from '../constructs/artel-function.ts';
import { SandboxNetwork } from '../constructs/sandbox-network.ts';
import type { Settings } from '../settings/index.ts';

export type Functions = ReturnType<typeof createFunctions>;

/** REST integrations end at 29 s; a function that ran longer would work in vain. */
const REQUEST = 29;
const MINUTE = 60;

/** All functions with their limits. `grants/` says what each may access. */
export function createFunctions(scope: Construct, settings: Settings, bundles: Bundles) {
  const { memory } = settings;
  const create = (
    name: string,
    timeoutSeconds: number,
    megabytes: number,
    more: Pick<FunctionProps, 'reservedConcurrency' | 'feedsItself' | 'apart'> = {},
  ) => new ArtelFunction(scope, { name, bundles, settings, memory: megabytes, timeoutSeconds, ...more });

  return {
    auth: create('auth', 15, memory.auth),
    // An export of everything that is a person's streams as long as API Gateway lets it.
    account: create('account', 15 * MINUTE, memory.account),
    my: create('my', REQUEST, memory.my),
    projects: create('projects', REQUEST, memory.projects),
    // An export of audit trails streams as long as API Gateway lets it.
    admin: create('admin', 15 * MINUTE, memory.admin),
    documentation: create('documentation', REQUEST, memory.documentation),
    console: create('console', REQUEST, memory.console),
    eventStream: create('event-stream', 15 * MINUTE, memory.eventStream, {
      reservedConcurrency: settings.followedStreams,
    }),
    // As long as API Gateway lets a stream run.
    v1: create('v1', 15 * MINUTE, memory.v1),
    system: create('system', 10, memory.system),
    // An archive of all files streams as long as API Gateway lets it.
    workspace: create('workspace', 15 * MINUTE, memory.workspace),
    // Answers pages at once; the events of a page that is open end by themselves before.
    preview: create('preview', 5 * MINUTE, memory.preview, { reservedConcurrency: settings.openPreviews }),
    builds: create('builds', REQUEST, memory.builds),
    socket: create('socket', REQUEST, memory.socket),
    // Under the queue's visibility of 6 minutes, so that a message is never worked on twice at a time.
    agentWorker: create('agent-worker', 5 * MINUTE, memory.agentWorker, { feedsItself: true }),
    // As long as an agent's turn: a plan is one model call, and its repair two more.
    planner: create('planner', 5 * MINUTE, memory.planner),
    plans: create('plans', MINUTE, memory.background),
    timers: create('timers', MINUTE, memory.background, { feedsItself: true }),
    deadLetters: create('dead-letters', MINUTE, memory.background),
    // Ends before the next minute's begins.
    sweeper: create('sweeper', 55, memory.background),
    pusher: create('pusher', MINUTE, memory.background),
    mailer: create('mailer', 30, memory.background),
    // Longer than a command may take, and what is around it.
    sandbox: create('sandbox', 3 * MINUTE, memory.sandbox, { apart: new SandboxNetwork(scope, 'SandboxNetwork') }),
    // Attempts of ten seconds, side by side, and the effects of what plug-ins answered.
    webhooks: create('webhooks', MINUTE, memory.background, { feedsItself: true }),
    signingKeys: create('signing-keys', 30, memory.background),
  };
}
