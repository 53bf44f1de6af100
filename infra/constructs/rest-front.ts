import { Aws, Duration } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseTransferMode,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import type { AccessLogs } from './access-logs.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';
import { answerInOneShape } from './gateway-answers.ts';
import { type HttpFunction, REST_TREE } from './rest-tree.ts';

/** One JSON line a request. The path without its query, which may hold a cursor or a search. */
const FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    request_id: '$context.requestId',
    method: '$context.httpMethod',
    path: '$context.path',
    resource: '$context.resourcePath',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    ip: '$context.identity.sourceIp',
    time: '$context.requestTime',
    error: '$context.error.responseType',
  }),
);

export type RestFrontProps = { settings: Settings; logs: AccessLogs; functions: Record<HttpFunction, ArtelFunction> };

/** The REST API. Regional, because an edge endpoint drops a stream that is silent for 30 seconds. */
export class RestFront extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: string, { settings, logs, functions }: RestFrontProps) {
    super(scope, id);
    this.api = new RestApi(this, 'Default', {
      restApiName: `artel-${settings.stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      // The account's role is set once, for both APIs: see AccessLogs.
      cloudWatchRole: false,
      deployOptions: {
        stageName: settings.stage,
        accessLogDestination: new LogGroupLogDestination(logs.rest),
        accessLogFormat: FORMAT,
        loggingLevel: MethodLoggingLevel.ERROR,
        throttlingRateLimit: settings.throttle.rate,
        throttlingBurstLimit: settings.throttle.burst,
      },
    });
    this.api.deploymentStage.node.addDependency(logs.account);
    answerInOneShape(this.api, settings.allowedOrigins);
    this.#addTree(functions);
    // The stack has an output of its own with a name to remember.
    this.api.node.tryRemoveChild('Endpoint');
    const ownTokens =
      'Each function checks the bearer token or API key itself, before its input; some routes are public.';
    acknowledge(this.api, {
      APIG2: 'Functions check every input against the schemas the OpenAPI document is generated from.',
      APIG3: 'A web ACL has a monthly price and belongs to the account; the stage and each user are throttled.',
      APIG4: ownTokens,
      COG4: ownTokens,
    });
  }

  /** Without its stage, whose resource could only come after the functions. */
  get address(): string {
    return `https://${this.api.restApiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }

  #addTree(functions: Record<HttpFunction, ArtelFunction>): void {
    // One permission a function: one a method would outgrow the 20 KB a function's policy may have.
    const options = { scopePermissionToMethod: false };
    const streamed = { ...options, responseTransferMode: ResponseTransferMode.STREAM, timeout: Duration.minutes(15) };
    for (const { path, any, streams, except } of REST_TREE) {
      const integration = new LambdaIntegration(functions[any].lambda, streams ? streamed : options);
      const resource = this.api.root.resourceForPath(path);
      resource.addMethod('ANY', integration);
      if (except) resource.addMethod('DELETE', new LambdaIntegration(functions[except.DELETE].lambda, options));
    }
  }
}
