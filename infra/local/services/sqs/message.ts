import { createHash, randomUUID } from 'node:crypto';

export type MessageAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };

export type Message = {
  id: string;
  body: string;
  md5: string;
  attributes: Record<string, MessageAttribute>;
  sentAt: number;
  firstReceivedAt?: number;
  receiveCount: number;
  receiptHandle: string;
};

/** A message as it is sent: not received yet, so without a receipt handle. */
export function newMessage(body: string, attributes: Message['attributes'], sentAt: number): Message {
  const md5 = createHash('md5').update(body).digest('hex');
  return { id: randomUUID(), body, md5, attributes, sentAt, receiveCount: 0, receiptHandle: '' };
}
