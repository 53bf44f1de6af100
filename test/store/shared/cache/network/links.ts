import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { type CallFault, type FaultProxy, startFaultProxy } from '../../../../support/fault-proxy.ts';
import { inTable } from '../../../../support/in-table.ts';
import { startTestObjects, type TestObjects } from '../../../../support/objects.ts';

export type Door = 'dynamodb' | 'services';

/** The way to the table and to the bucket: what becomes of each call. */
export class Links {
  proxy!: FaultProxy;
  objects!: TestObjects;
  readonly #faults = new Map<Door, CallFault>();

  fail(door: Door, fault: CallFault): void {
    this.#faults.set(door, fault);
  }

  works(): void {
    this.#faults.clear();
  }

  /** Calls so far of a door since `count`. */
  calls(door: Door): number {
    return this.proxy.calls.filter((call) => call.door === door).length;
  }

  count(): void {
    this.proxy.begin(({ door }) => this.#faults.get(door as Door));
  }
}

/** A table and a bucket for a test file, reached through a proxy. What the SDK tries again, it tries at once. */
export const inLinks = (): Links => {
  const links = new Links();
  const here = inTable();
  beforeAll(async () => {
    links.objects = await startTestObjects();
    links.proxy = await startFaultProxy(['dynamodb', 'services'], async () => undefined);
    links.proxy.lead({ dynamodb: here.table.url, services: process.env.AWS_ENDPOINT_URL_S3 ?? '' });
    process.env.AWS_ENDPOINT_URL_DYNAMODB = links.proxy.addressOf('dynamodb');
    process.env.AWS_ENDPOINT_URL_S3 = links.proxy.addressOf('services');
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  beforeEach(() => {
    links.works();
    links.count();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await links.proxy?.stop();
    await links.objects?.stop();
  });
  return links;
};
