import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import { AccessLogs } from '../constructs/access-logs.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Bus } from '../constructs/bus.ts';
import { EveryMinute } from '../constructs/every-minute.ts';
import { KeyRotation } from '../constructs/key-rotation.ts';
import { OwnNames } from '../constructs/own-names.ts';
import { PlanMachine } from '../constructs/plan-machine.ts';
import { PreviewFront } from '../constructs/preview-front.ts';
import { RestFront } from '../constructs/rest-front.ts';
import { machinesFor } from '../constructs/sandbox-machines.ts';
import { Sockets } from '../constructs/sockets.ts';
import type { Settings } from '../settings/index.ts';
import type { DataStack } from './data-stack.ts';
import { createFunctions } from './functions.ts';
import { grantAll } from './grants/all.ts';

export type ServiceStackProps = StackProps & { settings: Settings; bundles: Bundles; data: DataStack };

/** Everything that can be thrown away and deployed again: functions, APIs, queues, state machine, schedule. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const functions = createFunctions(this, settings, bundles);
    const logs = new AccessLogs(this, 'AccessLogs', settings);
    const bus = new Bus(this, 'Bus');
    const sockets = new Sockets(this, 'Sockets', { settings, logs });

    const machine = new PlanMachine(this, 'Plan', { settings, planner: functions.planner, plans: functions.plans });

    grantAll(functions, { data, bus, sockets, machine, machines: machinesFor(this, settings), settings });
    sockets.feed(functions.socket);
    bus.feedAgents(functions.agentWorker, settings.agentWorkers);
    bus.feedTimers(functions.timers, settings.timers);
    bus.feedWebhooks(functions.webhooks, settings.webhooks);
    bus.feedDeadAgents(functions.deadLetters);
    new EveryMinute(this, 'Sweep', functions.sweeper);
    const { account, admin, auth, builds, documentation, eventStream, my, projects, socket, system, v1, workspace } =
      functions;
    new KeyRotation(this, 'KeyRotation', {
      data,
      rotator: functions.signingKeys,
      verifiers: [account, admin, builds, eventStream, my, projects, socket, v1, workspace],
    });

    const rest = new RestFront(this, 'Rest', {
      settings,
      logs,
      functions: {
        account,
        admin,
        auth,
        builds,
        console: functions.console,
        documentation,
        my,
        projects,
        system,
        v1,
        workspace,
        'event-stream': eventStream,
      },
    });
    const previews = new PreviewFront(this, 'Previews', { settings, logs, preview: functions.preview });
    for (const fn of [workspace, functions.preview, functions.agentWorker])
      fn.addEnvironment('previewAddress', previews.address).addEnvironment('previewToken', previews.tokenPlace);
    const { domain } = settings;
    if (domain) new OwnNames(this, 'OwnNames', { domain, rest: rest.api, sockets });
    const url = domain ? `https://${domain.name}/` : rest.api.url;
    // Under every name: tools never call the service itself.
    const own = [rest.address, sockets.stage.url, ...(domain ? [url, sockets.url] : [])];
    for (const fn of [functions.agentWorker, functions.webhooks]) fn.addEnvironment('ownAddresses', own.join(','));
    const home = domain ? url : `${rest.address}/${settings.stage}/`;
    const linkPage = settings.mail?.page ?? `${home}console/link`;
    if (settings.mail) functions.webhooks.addEnvironment('unsubscribePage', `${home}auth/notifications`);
    for (const fn of [auth, admin]) fn.addEnvironment('linkPage', linkPage);
    new Alarms(this, 'Alarms', {
      address: settings.alarmAddress,
      bus,
      rest: rest.api,
      worker: functions.agentWorker,
      sweeper: functions.sweeper,
      callers: [functions.v1, functions.agentWorker, functions.planner],
      rotator: functions.signingKeys,
      mailer: functions.mailer,
      plan: machine.machine,
    });
    const { provider, vectors } = data.secrets;
    new CfnOutput(this, 'ProviderSecret', {
      value: provider.secretArn,
      description: 'To be filled: the model provider, {"base_url", "api_key"}',
    });
    if (!data.memories) {
      new CfnOutput(this, 'VectorsSecret', {
        value: vectors.secretArn,
        description: 'To be filled: the vector store, {"url", "api_key"}',
      });
    }
    new CfnOutput(this, 'Url', { value: url, description: 'Address of the REST API' });
    new CfnOutput(this, 'SocketUrl', { value: sockets.url, description: 'Address of the WebSocket API' });
  }
}
