import { ACCOUNT } from '../account.ts';
import { type Named, physicalName, shortId } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

const IN_AWS = 'access logs, metrics and traces exist only in AWS';
const TEXT = 'text for people';
const stageName = (named: Named) => String(named.property('StageName') ?? 'default');

export const GATEWAY_TYPES: Record<string, ResourceType> = {
  'AWS::ApiGateway::RestApi': {
    properties: ['BinaryMediaTypes', 'EndpointConfiguration', 'Name'],
    inert: {
      ...TAGS,
      Description: TEXT,
      DisableExecuteApiEndpoint: 'the local address is the only one',
      EndpointAccessMode: 'the gateway listens on the loopback interface',
      MinimumCompressionSize: 'compressing for the loopback interface only costs time',
      SecurityPolicy: 'the loopback interface stands for TLS',
    },
    ref: shortId,
    attributes: { RestApiId: shortId, RootResourceId: (named) => `root${shortId(named).slice(0, 6)}` },
  },
  'AWS::ApiGateway::Resource': {
    properties: ['ParentId', 'PathPart', 'RestApiId'],
    ref: shortId,
    attributes: { ResourceId: shortId },
  },
  'AWS::ApiGateway::Method': {
    properties: [
      'ApiKeyRequired',
      'AuthorizationType',
      'HttpMethod',
      'Integration',
      'MethodResponses',
      'RequestParameters',
      'ResourceId',
      'RestApiId',
    ],
    inert: { OperationName: TEXT },
    ref: shortId,
  },
  'AWS::ApiGateway::GatewayResponse': {
    properties: ['ResponseParameters', 'ResponseTemplates', 'ResponseType', 'RestApiId', 'StatusCode'],
    ref: physicalName,
  },
  'AWS::ApiGateway::Stage': {
    properties: ['DeploymentId', 'RestApiId', 'StageName', 'Variables'],
    inert: {
      ...TAGS,
      AccessLogSetting: IN_AWS,
      CacheClusterEnabled: 'nothing is cached between a client and a function here',
      Description: TEXT,
      MethodSettings: 'throttling, logs and metrics of the edge exist only in AWS',
      TracingEnabled: IN_AWS,
    },
    ref: stageName,
  },
  'AWS::ApiGatewayV2::Api': {
    properties: ['Name', 'ProtocolType', 'RouteSelectionExpression'],
    inert: { ...TAGS, Description: TEXT, IpAddressType: 'the gateway listens on the loopback interface' },
    ref: shortId,
    attributes: {
      ApiEndpoint: (named) => `wss://${shortId(named)}.execute-api.${ACCOUNT.region}.${ACCOUNT.urlSuffix}`,
      ApiId: shortId,
    },
  },
  'AWS::ApiGatewayV2::Integration': {
    properties: [
      'ApiId',
      'IntegrationMethod',
      'IntegrationType',
      'IntegrationUri',
      'PayloadFormatVersion',
      'TimeoutInMillis',
    ],
    inert: { Description: TEXT, ContentHandlingStrategy: 'frames are text' },
    ref: shortId,
  },
  'AWS::ApiGatewayV2::Route': {
    properties: ['ApiId', 'AuthorizationType', 'RouteKey', 'RouteResponseSelectionExpression', 'Target'],
    inert: { ApiKeyRequired: 'WebSocket routes without a key are the only ones supported', OperationName: TEXT },
    ref: shortId,
  },
  'AWS::ApiGatewayV2::RouteResponse': { properties: ['ApiId', 'RouteId', 'RouteResponseKey'], ref: shortId },
  'AWS::ApiGatewayV2::Stage': {
    properties: ['ApiId', 'AutoDeploy', 'DeploymentId', 'StageName', 'StageVariables'],
    inert: {
      ...TAGS,
      AccessLogSettings: IN_AWS,
      DefaultRouteSettings: 'throttling, logs and metrics of the edge exist only in AWS',
      Description: TEXT,
    },
    ref: stageName,
  },
};
