import { ACCOUNT } from '../../template/account.ts';
import { attributeOf, physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import type { Message, Sent } from './message.ts';
import { Queue, type QueueSettings } from './queue.ts';

/** What becomes of a message that is being sent. */
export type SendFault = 'deliver' | 'drop' | 'double' | { delayMs: number };

/** Asked for each message sent: lets tests lose, double or delay some. */
export type OnSend = (queueName: string, body: string) => SendFault;

/** All queues of the template. */
export class Queues {
  readonly #byArn: Map<string, Queue>;
  /** Fault injection; delivers everything unless a test sets it. */
  onSend: OnSend = () => 'deliver';

  constructor(resources: Resource[], now: () => number = Date.now) {
    const bury = (arn: string, message: Message) => this.byArn(arn).add({ ...message, receiveCount: 0 });
    const queues = resources.filter((one) => one.type === 'AWS::SQS::Queue').map(settingsOf);
    this.#byArn = new Map(queues.map((settings) => [settings.arn, new Queue({ settings, now, bury })]));
    for (const { name, redrive } of queues) {
      if (redrive && !this.#byArn.has(redrive.deadLetterArn)) {
        throw new Error(`queue ${name}: no dead-letter queue ${redrive.deadLetterArn}`);
      }
    }
  }

  get all(): Queue[] {
    return [...this.#byArn.values()];
  }

  byArn(arn: string): Queue {
    const queue = this.#byArn.get(arn);
    if (!queue) throw new Error(`no queue ${arn}`);
    return queue;
  }

  /** A queue by its URL (whatever the host), or `undefined`. */
  byUrl(url: string): Queue | undefined {
    const name = url.slice(url.lastIndexOf('/') + 1);
    return this.all.find((queue) => queue.settings.name === name);
  }

  /** Sends as a client does: through the fault hook. */
  send(queue: Queue, sent: Sent, delay?: number): Message {
    const fault = this.onSend(queue.settings.name, sent.body);
    if (fault === 'drop') return lostMessage(queue, sent);
    if (fault === 'double') queue.send(sent, delay);
    return queue.send(sent, typeof fault === 'object' ? fault.delayMs : delay);
  }

  purge(): void {
    for (const queue of this.all) queue.purge();
  }

  close(): void {
    for (const queue of this.all) queue.close();
  }
}

/** The receipt of a message that is dropped: made by a throw-away queue. */
function lostMessage({ settings }: Queue, sent: Sent): Message {
  const nowhere = new Queue({ settings, now: Date.now, bury: () => undefined });
  return nowhere.send(sent);
}

const SECOND = 1000;

function settingsOf(resource: Resource): QueueSettings {
  const { properties } = resource;
  const seconds = (name: string, otherwise: number) => Number(properties[name] ?? otherwise) * SECOND;
  const redrive = properties.RedrivePolicy as { deadLetterTargetArn: string; maxReceiveCount: number } | undefined;
  const name = attributeOf(resource, 'QueueName');
  return {
    name,
    arn: attributeOf(resource, 'Arn'),
    url: physicalIdOf(resource).replace(`https://sqs.${ACCOUNT.region}.${ACCOUNT.urlSuffix}`, ''),
    delay: seconds('DelaySeconds', 0),
    visibility: seconds('VisibilityTimeout', 30),
    retention: seconds('MessageRetentionPeriod', 4 * 24 * 3600),
    maximumSize: Number(properties.MaximumMessageSize ?? 1_048_576),
    ...(redrive && {
      redrive: { deadLetterArn: redrive.deadLetterTargetArn, maxReceiveCount: Number(redrive.maxReceiveCount) },
    }),
  };
}
