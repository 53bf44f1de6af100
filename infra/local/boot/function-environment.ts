import type { Principal } from '../services/iam/principal.ts';
import type { FunctionDefinition } from '../services/lambda/definition.ts';
import { ACCOUNT } from '../template/account.ts';

/** Where each stand-in listens. */
export type Endpoints = {
  dynamodb: string;
  /** SQS, SES, S3, Secrets Manager, KMS, Lambda and Step Functions together. */
  services: string;
  /** `@connections` of the WebSocket API. */
  management: string;
};

export type EnvironmentOptions = {
  definition: FunctionDefinition;
  principal: Principal;
  endpoints: Endpoints;
  /** Replaces AWS addresses in a value by local ones. */
  localise: (text: string) => string;
  /** Wins over everything else. */
  extra: Record<string, string>;
};

/** What Lambda's runtime sets, the function's own variables, its key, and the SDK's variables that lead it here. */
export function functionEnvironment(options: EnvironmentOptions): Record<string, string> {
  const { definition, principal, endpoints, localise, extra } = options;
  const own = Object.entries(definition.environment).map(([name, value]) => [name, localise(value)]);
  return {
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memory),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    TZ: ':UTC',
    AWS_REGION: ACCOUNT.region,
    AWS_DEFAULT_REGION: ACCOUNT.region,
    AWS_ACCESS_KEY_ID: principal.accessKeyId,
    AWS_SECRET_ACCESS_KEY: principal.secretAccessKey,
    // A call to a service without a stand-in must end here, not in AWS.
    AWS_ENDPOINT_URL: endpoints.services,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.services,
    AWS_ENDPOINT_URL_S3: endpoints.services,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.services,
    AWS_ENDPOINT_URL_KMS: endpoints.services,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.services,
    AWS_ENDPOINT_URL_SFN: endpoints.services,
    AWS_ENDPOINT_URL_SESV2: endpoints.services,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...Object.fromEntries(own),
    ...extra,
  };
}
