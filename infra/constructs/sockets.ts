import { Aws, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnApi, LogGroupLogDestination, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import type { AccessLogs } from './access-logs.ts';
import { acknowledge } from './acknowledge.ts';
import type { ArtelFunction } from './artel-function.ts';

/** One JSON line a frame or connection. Never the query string, which may hold a ticket. */
const FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    request_id: '$context.requestId',
    connection_id: '$context.connectionId',
    event: '$context.eventType',
    route: '$context.routeKey',
    status: '$context.status',
    ip: '$context.identity.sourceIp',
    time: '$context.requestTime',
  }),
);

/** The WebSocket API. Who may connect is decided by the function on `$connect`. */
export class Sockets extends Construct {
  readonly api: WebSocketApi;
  readonly stage: WebSocketStage;
  /** Address clients connect to. */
  readonly url: string;

  constructor(scope: Construct, id: string, { settings, logs }: { settings: Settings; logs: AccessLogs }) {
    super(scope, id);
    this.api = new WebSocketApi(this, 'Default', {
      apiName: `artel-${settings.stage}-sockets`,
      routeSelectionExpression: '$request.body.action',
    });
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName: settings.stage,
      autoDeploy: true,
      throttle: { rateLimit: settings.throttle.rate, burstLimit: settings.throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs.socket), format: FORMAT },
    });
    this.stage.node.addDependency(logs.account);
    this.url = settings.domain ? `wss://${settings.domain.socketName}` : this.stage.url;
    acknowledge(this.api, {
      APIG4: 'The function on $connect checks a single-use ticket or a bearer token before anything else.',
    });
  }

  /** All three routes: the function distinguishes a client's actions itself, with the same schemas as the REST API. */
  feed(fn: ArtelFunction): void {
    for (const route of ['$connect', '$disconnect', '$default']) {
      this.api.addRoute(route, {
        integration: new WebSocketLambdaIntegration(`${route.slice(1)}Integration`, fn.lambda),
      });
    }
  }

  /** Sends to clients, and closes connections. */
  grantPush(fn: ArtelFunction): void {
    this.#grant(fn, ['POST', 'DELETE']);
  }

  /** Closes connections, and cannot send anything. */
  grantClose(fn: ArtelFunction): void {
    this.#grant(fn, ['DELETE']);
  }

  /** Gives a function the address clients connect to. */
  addAddress(fn: ArtelFunction): void {
    fn.addEnvironment('socketUrl', this.url);
  }

  #grant(fn: ArtelFunction, methods: string[]): void {
    const connections = methods.map((method) => `${this.stage.stageName}/${method}/@connections/*`);
    fn.addEnvironment('socketEndpoint', this.stage.callbackUrl).allow(
      ['execute-api:ManageConnections'],
      connections.map(
        (path) => `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${this.api.apiId}/${path}`,
      ),
    );
    const api = Stack.of(this).getLogicalId(this.api.node.defaultChild as CfnApi);
    for (const path of connections) {
      const resource = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${api}>/${path}`;
      acknowledge(fn.role, {
        [`IAM5[Resource::${resource}]`]: 'Connections of this one API and stage; their ids exist only at run time.',
      });
    }
  }
}
