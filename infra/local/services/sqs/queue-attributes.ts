import type { Input } from '../protocol/json-service.ts';
import type { Queue } from './queue.ts';

/** `GetQueueAttributes`: all of them, or those named. */
export function queueAttributes(queue: Queue, input: Input): unknown {
  const { settings } = queue;
  const { visible, inFlight, delayed } = queue.counts();
  const all: Record<string, string> = {
    QueueArn: settings.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    DelaySeconds: String(settings.delay / 1000),
    VisibilityTimeout: String(settings.visibility / 1000),
    MessageRetentionPeriod: String(settings.retention / 1000),
    MaximumMessageSize: String(settings.maximumSize),
    ...(settings.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: settings.redrive.deadLetterArn,
        maxReceiveCount: settings.redrive.maxReceiveCount,
      }),
    }),
  };
  const wanted = (input.AttributeNames ?? []) as string[];
  const chosen = Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name));
  return { Attributes: Object.fromEntries(chosen) };
}
