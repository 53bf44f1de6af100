import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCloud } from '../../../infra/local/boot/cloud.ts';
import type { CloudOptions } from '../../../infra/local/boot/cloud-options.ts';

export type TinyFunction = {
  /** The module `index.mjs`; exports `handler`. */
  source: string;
  properties?: Record<string, unknown>;
  statements?: Record<string, unknown>[];
};

export type TinyApp = { functions?: Record<string, TinyFunction>; resources?: Record<string, unknown> };

/** A hand-written stack called `tiny`: functions with a role each, and whatever else a test declares. */
export function tinyApp({ functions = {}, resources = {} }: TinyApp): CloudOptions['app'] {
  const folder = mkdtempSync(join(tmpdir(), 'artel-tiny-'));
  const assets: Record<string, string> = {};
  const all: Record<string, unknown> = { ...resources };
  for (const [name, { source, properties, statements = [] }] of Object.entries(functions)) {
    assets[`${name}.zip`] = join(folder, name);
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), source);
    all[`${name}Role`] = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {},
        ...(statements.length > 0 && {
          Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
        }),
      },
    };
    all[name] = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: { 'Fn::GetAtt': [`${name}Role`, 'Arn'] },
        Timeout: 10,
        MemorySize: 128,
        ...properties,
      },
    };
  }
  return { templates: { tiny: { Resources: all } }, assets };
}

export function bootTiny(app: TinyApp, options: Omit<CloudOptions, 'app'> = {}): Promise<LocalCloud> {
  return LocalCloud.boot({ app: tinyApp(app), ...options });
}

/** Settings for an SDK client that signs with a function's own key. */
export function clientAs(cloud: LocalCloud, functionName?: string) {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = functionName ? cloud.environmentOf(functionName) : {};
  const credentials = functionName
    ? { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
    : cloud.credentials;
  return { region: 'us-east-1', endpoint: cloud.endpoints.services, credentials };
}
