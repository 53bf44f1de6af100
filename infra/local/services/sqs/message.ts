import { createHash, randomUUID } from 'node:crypto';

export type MessageAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };

export type Message = {
  id: string;
  body: string;
  md5: string;
  attributes: Record<string, MessageAttribute>;
  /** Whose message it is, in a fair queue. */
  group?: string;
  sentAt: number;
  firstReceivedAt?: number;
  receiveCount: number;
  receiptHandle: string;
};

/** What a sender says. */
export type Sent = Pick<Message, 'body' | 'group'> & { attributes?: Message['attributes'] };

/** A message as it is sent: not received yet, so without a receipt handle. */
export function newMessage({ body, attributes = {}, group }: Sent, sentAt: number): Message {
  const md5 = createHash('md5').update(body).digest('hex');
  const id = randomUUID();
  return { id, body, md5, attributes, ...(group && { group }), sentAt, receiveCount: 0, receiptHandle: '' };
}
