import type { IncomingHttpHeaders } from 'node:http';

/** A signed request to an AWS service, read whole. `accessKey` is the caller's. */
export type ServiceRequest = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  accessKey: string | undefined;
  body: Buffer;
};

export type ServiceReply = { status: number; headers?: Record<string, string>; body?: string | Uint8Array };

/** A stand-in for one AWS service. `operation` names what was asked, for the counts. */
export type Service = (request: ServiceRequest) => Promise<ServiceReply & { operation: string }>;

/** What a service answers instead of a result. `code` is the SDK's exception name. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
