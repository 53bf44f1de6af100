import { ACCOUNT } from '../../template/account.ts';
import { attributeOf, physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import { functionNameOf, type InvokePermissions } from '../iam/permissions.ts';
import type { Invoker } from '../lambda/invoker.ts';

type Schedule = {
  name: string;
  logicalId: string;
  arn: string;
  every: number;
  targets: { functionName: string; input?: string }[];
};

export type SchedulesOptions = {
  resources: Resource[];
  invoker: Invoker;
  permissions: InvokePermissions;
  log: (functionName: string, text: string) => void;
};

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** EventBridge rules with a rate: timers that invoke their functions. */
export class Schedules {
  readonly #schedules: Schedule[];
  readonly #options: SchedulesOptions;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: SchedulesOptions) {
    this.#options = options;
    this.#schedules = options.resources.filter(isLive).map(scheduleOf);
    for (const { arn, targets } of this.#schedules) {
      for (const { functionName } of targets) {
        options.permissions.check({ functionName, service: 'events.amazonaws.com', sourceArn: arn });
      }
    }
  }

  /** Runs every schedule once, then by the clock. A run that fails is reported and comes again, as in AWS. */
  async start(): Promise<void> {
    const ticks = this.#schedules.map((schedule) => {
      const tick = () => this.#run(schedule).catch((error: Error) => this.#report(schedule, error));
      this.#timers.push(setInterval(() => void tick(), schedule.every).unref());
      return tick;
    });
    await Promise.all(ticks.map((tick) => tick()));
  }

  /** Runs the schedule of that name (or logical id), or all, and waits for the functions. */
  async runNow(name?: string): Promise<void> {
    const chosen = this.#schedules.filter((one) => name === undefined || one.name === name || one.logicalId === name);
    if (name !== undefined && chosen.length === 0) throw new Error(`no schedule called ${name}`);
    await Promise.all(chosen.map((schedule) => this.#run(schedule)));
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  async #run({ targets, arn }: Schedule): Promise<void> {
    for (const { functionName, input } of targets) {
      const event: unknown = input === undefined ? scheduledEvent(arn) : JSON.parse(input);
      await this.#options.invoker.invoke(functionName, event);
    }
  }

  #report({ name, targets }: Schedule, error: Error): void {
    this.#options.log(targets[0]?.functionName ?? name, `schedule ${name} failed: ${error.message}\n`);
  }
}

function isLive({ type, stack, logicalId, properties }: Resource): boolean {
  if (type === 'AWS::Scheduler::Schedule') {
    throw new Error(`stack ${stack}, ${logicalId}: only schedules of AWS::Events::Rule run locally`);
  }
  return type === 'AWS::Events::Rule' && properties.State !== 'DISABLED';
}

function scheduleOf(resource: Resource): Schedule {
  const { stack, logicalId, properties } = resource;
  const where = `stack ${stack}, rule ${logicalId}`;
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(properties.ScheduleExpression)) ?? [];
  if (!count) throw new Error(`${where}: schedule ${properties.ScheduleExpression} is not supported locally`);
  const targets = ((properties.Targets ?? []) as Record<string, unknown>[]).map((target) => {
    const stranger = Object.keys(target).find((key) => !['Arn', 'Id', 'Input', 'RetryPolicy'].includes(key));
    if (stranger) throw new Error(`${where}: target property ${stranger} is not supported locally`);
    const functionName = functionNameOf(String(target.Arn));
    return { functionName, ...(typeof target.Input === 'string' && { input: target.Input }) };
  });
  const arn = attributeOf(resource, 'Arn');
  return { name: physicalIdOf(resource), logicalId, arn, every: Number(count) * (UNITS[unit] ?? Number.NaN), targets };
}

function scheduledEvent(ruleArn: string) {
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: ACCOUNT.id,
    time: new Date().toISOString(),
    region: ACCOUNT.region,
    resources: [ruleArn],
    detail: {},
  };
}
