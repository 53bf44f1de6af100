import { Aws, CfnOutput, Duration } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  DomainName,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseTransferMode,
  ResponseType,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import type { AccessLogs } from './access-logs.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';

/** Without host and path: whoever knows them sees the preview. */
const FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    request_id: '$context.requestId',
    method: '$context.httpMethod',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    ip: '$context.identity.sourceIp',
    time: '$context.requestTime',
    error: '$context.error.responseType',
  }),
);

export type PreviewFrontProps = { settings: Settings; logs: AccessLogs; preview: ArtelFunction };

/**
 * The API that previews are shown at: another one, so that no page of a project shares an origin with the service. With a
 * domain of their own each preview has a host name; without it, all have the API's, and a sandbox of the browser.
 */
export class PreviewFront extends Construct {
  readonly api: RestApi;
  /** What a preview's token goes in front of, or behind. */
  readonly address: string;
  readonly tokenPlace: 'host' | 'path';

  constructor(scope: Construct, id: string, { settings, logs, preview }: PreviewFrontProps) {
    super(scope, id);
    const { previews, stage } = settings;
    this.api = new RestApi(this, 'Default', {
      restApiName: `artel-previews-${stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      // What is sent to a program arrives as the bytes it is.
      binaryMediaTypes: ['*/*'],
      deployOptions: {
        stageName: stage,
        accessLogDestination: new LogGroupLogDestination(logs.rest),
        accessLogFormat: FORMAT,
        loggingLevel: MethodLoggingLevel.OFF,
        throttlingRateLimit: settings.throttle.rate,
        throttlingBurstLimit: settings.throttle.burst,
      },
    });
    this.api.deploymentStage.node.addDependency(logs.account);
    const integration = new LambdaIntegration(preview.lambda, {
      scopePermissionToMethod: false,
      responseTransferMode: ResponseTransferMode.STREAM,
      timeout: Duration.minutes(5),
    });
    this.api.root.addMethod('ANY', integration);
    this.api.root.addResource('{proxy+}').addMethod('ANY', integration);
    // Like every path of a preview at which there is nothing.
    this.api.addGatewayResponse('Nothing', {
      type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
      statusCode: '404',
      templates: { 'text/plain': 'There is nothing here.' },
    });
    this.api.node.tryRemoveChild('Endpoint');
    const isPublic = 'Whoever has the random token in its address may see a preview; the function checks it.';
    acknowledge(this.api, {
      APIG2: 'The function checks what is its own; what a program is sent is for the program to check.',
      APIG3: 'A web ACL has a monthly price and belongs to the account; the stage is throttled.',
      APIG4: isPublic,
      APIG6: 'Execution logs would hold the path, and with it the token.',
      COG4: isPublic,
    });
    const { domain, certificateArn } = previews ?? {};
    this.tokenPlace = previews ? 'host' : 'path';
    this.address = certificateArn
      ? `https://${domain}`
      : `https://${this.api.restApiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}/${stage}`;
    if (domain && certificateArn) this.#addNames(domain, certificateArn);
  }

  /** The record, like those of `OwnNames`, is made where the deployer keeps the zone. */
  #addNames(domain: string, certificateArn: string): void {
    const names = new DomainName(this, 'Names', {
      domainName: `*.${domain}`,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mapping: this.api,
    });
    new CfnOutput(this.node.scope ?? this, 'PreviewsTarget', {
      value: names.domainNameAliasDomainName,
      description: `Where the name *.${domain} has to point, as CNAME or alias`,
    });
  }
}
