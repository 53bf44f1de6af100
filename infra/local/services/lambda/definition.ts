import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attributeOf, physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import { functionNameOf } from '../iam/permissions.ts';

/** A function of the template, ready to run. Times in milliseconds, memory in MB. */
export type FunctionDefinition = {
  name: string;
  logicalId: string;
  arn: string;
  roleArn: string;
  /** URL of the module with the handler. */
  module: string;
  exportName: string;
  timeout: number;
  memory: number;
  reservedConcurrency?: number;
  environment: Record<string, string>;
};

/** @param assets folder of each code asset, by its S3 key or by the key without `.zip` */
export function definitionOf(resource: Resource, assets: Record<string, string>): FunctionDefinition {
  const { properties, stack, logicalId } = resource;
  const where = `stack ${stack}, function ${logicalId}`;
  if (!/^nodejs\d+\.x$/.test(String(properties.Runtime))) {
    throw new Error(`${where}: runtime ${properties.Runtime} is not supported locally`);
  }
  const key = String((properties.Code as { S3Key?: string } | undefined)?.S3Key);
  const folder = assets[key] ?? assets[key.replace(/\.zip$/, '')];
  if (!folder) throw new Error(`${where}: no asset folder for code ${key}`);
  const [file = '', exportName = ''] = String(properties.Handler).split('.');
  const module = ['.mjs', '.js', '.cjs'].map((end) => join(folder, `${file}${end}`)).find(existsSync);
  if (!module) throw new Error(`${where}: no module for handler ${properties.Handler} in ${folder}`);
  const environment = (properties.Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
  const reserved = properties.ReservedConcurrentExecutions;
  return {
    name: physicalIdOf(resource),
    logicalId,
    arn: attributeOf(resource, 'Arn'),
    roleArn: String(properties.Role),
    module: pathToFileURL(module).href,
    exportName,
    timeout: Number(properties.Timeout ?? 3) * 1000,
    memory: Number(properties.MemorySize ?? 128),
    ...(reserved !== undefined && { reservedConcurrency: Number(reserved) }),
    environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)])),
  };
}

/**
 * Finds a function by physical name, ARN, logical id, or the beginning of its logical id in any spelling
 * (`agent-worker` finds `AgentWorkerFunction1A2B`).
 */
export function findFunction(definitions: FunctionDefinition[], name: string): FunctionDefinition {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const exact = definitions.find((one) => one.name === functionNameOf(name) || one.logicalId === name);
  if (exact) return exact;
  const found = definitions.filter((one) => plain(one.logicalId).startsWith(plain(name)));
  if (found[0] && found.length === 1) return found[0];
  const why = found.length === 0 ? 'no function' : `${found.length} functions`;
  throw new Error(`${why} called ${name} (there are ${definitions.map((one) => one.logicalId).join(', ')})`);
}
