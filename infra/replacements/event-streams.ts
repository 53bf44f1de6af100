/**
 * Stands in bundles for the AWS SDK's event streams, which no operation that functions call has. The SDK loads them by
 * `import()` when it meets one, and a bundle in one file would keep and compile all of them.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('Event streams of AWS services are not part of a bundle.');
  }
}
