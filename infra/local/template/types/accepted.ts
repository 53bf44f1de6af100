import { arn } from '../account.ts';
import { givenOr, physicalName, shortId } from '../names.ts';
import type { ResourceType } from '../type.ts';

type Accepted = Pick<ResourceType, 'ref' | 'attributes'> & { reason: string };

const NO_IMAGES = 'machines are namespaces here, with the programs of this machine';
const NO_NETWORKS = 'there are no networks here';

/** Types that exist only for AWS: accepted with any property, without effect here. */
export const ACCEPTED_TYPES: Record<string, Accepted> = {
  'AWS::CDK::Metadata': { reason: 'usage statistics of the CDK', ref: physicalName },
  'AWS::Logs::LogGroup': {
    reason: 'all functions write to one log file',
    ref: (named) => givenOr(named, 'LogGroupName'),
    attributes: { Arn: (named) => `${arn('logs', `log-group:${givenOr(named, 'LogGroupName')}`)}:*` },
  },
  'AWS::Logs::MetricFilter': { reason: 'metrics exist only in AWS', ref: physicalName },
  'AWS::Logs::ResourcePolicy': { reason: 'all functions write to one log file', ref: physicalName },
  'AWS::CloudWatch::Alarm': {
    reason: 'metrics exist only in AWS',
    ref: physicalName,
    attributes: { Arn: (named) => arn('cloudwatch', `alarm:${physicalName(named)}`) },
  },
  'AWS::CloudWatch::CompositeAlarm': { reason: 'metrics exist only in AWS', ref: physicalName },
  'AWS::CloudWatch::Dashboard': { reason: 'metrics exist only in AWS', ref: physicalName },
  'AWS::EC2::VPC': { reason: NO_NETWORKS, ref: physicalName, attributes: { VpcId: physicalName } },
  'AWS::EC2::Subnet': { reason: NO_NETWORKS, ref: physicalName, attributes: { SubnetId: physicalName } },
  'AWS::EC2::SecurityGroup': { reason: NO_NETWORKS, ref: physicalName, attributes: { GroupId: physicalName } },
  'AWS::Lambda::MicrovmImage': {
    reason: NO_IMAGES,
    ref: physicalName,
    attributes: { ImageArn: (named) => arn('lambda', `microvm-image:${givenOr(named, 'Name')}`) },
  },
  'AWS::Lambda::NetworkConnector': {
    reason: NO_NETWORKS,
    ref: physicalName,
    attributes: { Arn: (named) => arn('lambda', `network-connector:${physicalName(named)}`) },
  },
  'AWS::SNS::Subscription': { reason: 'nothing is published here', ref: physicalName },
  'AWS::SNS::TopicPolicy': { reason: 'nothing is published here', ref: physicalName },
  'AWS::ApiGateway::Account': { reason: 'names the role API Gateway logs with', ref: physicalName },
  'AWS::ApiGateway::Deployment': {
    reason: 'the whole tree is live at boot',
    ref: shortId,
    attributes: { DeploymentId: shortId },
  },
  'AWS::ApiGatewayV2::Deployment': { reason: 'all routes are live at boot', ref: shortId },
  'AWS::S3::BucketPolicy': { reason: 'role policies are checked, resource policies are not', ref: physicalName },
  'AWS::SQS::QueuePolicy': { reason: 'role policies are checked, resource policies are not', ref: physicalName },
  'AWS::SecretsManager::ResourcePolicy': {
    reason: 'role policies are checked, resource policies are not',
    ref: physicalName,
  },
  'AWS::KMS::Alias': {
    reason: 'keys are found by id and ARN',
    ref: (named) => String(named.property('AliasName')),
  },
  'AWS::Scheduler::ScheduleGroup': { reason: 'schedule names are unique without groups', ref: physicalName },
  'AWS::Budgets::Budget': { reason: 'nothing costs money here', ref: physicalName },
  'AWS::WAFv2::WebACL': {
    reason: 'the gateway listens on the loopback interface only',
    ref: physicalName,
    attributes: { Arn: (named) => arn('wafv2', `regional/webacl/${physicalName(named)}`) },
  },
  'AWS::WAFv2::WebACLAssociation': { reason: 'the gateway listens on the loopback interface only', ref: physicalName },
};
