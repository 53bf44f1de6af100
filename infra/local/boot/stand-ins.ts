import { join } from 'node:path';
import { ENV } from '../../../shared/core/environment.ts';
import { physicalIdOf } from '../template/identity.ts';
import type { Resource } from '../template/resource.ts';

export type StandIns = {
  /** Secret values that lead to what was started, by logical id. */
  secrets: Record<string, unknown>;
  stop(): Promise<void>;
};

type Part = { secret: Record<string, unknown>; stop(): Promise<void> };

/**
 * Starts the offline model and the vector store for a template whose functions use their secrets, unless the
 * caller has values for these secrets itself.
 */
export async function startStandIns(
  resources: Resource[],
  overrides: Record<string, unknown>,
  folder: string | undefined,
): Promise<StandIns> {
  const wanted = (variable: string): string | undefined => {
    const secret = secretNamedBy(resources, variable);
    const given = Object.keys(overrides).some((prefix) => secret?.logicalId.startsWith(prefix));
    return given ? undefined : secret?.logicalId;
  };
  const starts: [string | undefined, () => Promise<Part>][] = [
    [wanted(ENV.providerSecret), offlineModel],
    [wanted(ENV.vectorsSecret), () => vectorStore(folder)],
  ];
  const starting = starts.map(async ([logicalId, start]) =>
    logicalId === undefined ? [] : [{ logicalId, ...(await start()) }],
  );
  const settled = await Promise.allSettled(starting);
  const parts = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const stop = async () => {
    await Promise.all(parts.map((part) => part.stop()));
  };
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    secrets: Object.fromEntries(parts.map(({ logicalId, secret }) => [logicalId, secret])),
    stop,
  };
}

// Both are loaded only when they are needed: a real provider or vector store spares their start.

async function offlineModel(): Promise<Part> {
  const { startOfflineModel } = await import('../stand-ins/offline-model/server.ts');
  const { url, stop } = await startOfflineModel();
  return { secret: { base_url: url, api_key: 'offline', model: 'offline' }, stop };
}

async function vectorStore(folder: string | undefined): Promise<Part> {
  const { startVectors } = await import('../stand-ins/qdrant/server.ts');
  const { url, stop } = await startVectors(folder === undefined ? {} : { file: join(folder, 'vectors.sqlite') });
  return { secret: { url, api_key: '' }, stop };
}

/** The secret whose ARN any function has in this variable. */
function secretNamedBy(resources: Resource[], variable: string): Resource | undefined {
  const environments = resources
    .filter((one) => one.type === 'AWS::Lambda::Function')
    .map((one) => (one.properties.Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables);
  const arns = environments.map((variables) => variables?.[variable]);
  return resources.find((one) => one.type === 'AWS::SecretsManager::Secret' && arns.includes(physicalIdOf(one)));
}
