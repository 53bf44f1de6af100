import { ACCOUNT } from '../account.ts';
import { givenOr, type Named, physicalName } from '../names.ts';
import { type ResourceType, TAGS } from '../type.ts';

const globalArn = (kind: string, name: string) => `arn:${ACCOUNT.partition}:iam::${ACCOUNT.id}:${kind}/${name}`;
const roleName = (named: Named) => givenOr(named, 'RoleName');

export const IDENTITY_TYPES: Record<string, ResourceType> = {
  'AWS::IAM::Role': {
    properties: ['AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Policies', 'RoleName'],
    inert: { ...TAGS, Description: 'text for people', MaxSessionDuration: 'local keys live as long as the process' },
    ref: roleName,
    attributes: { Arn: (named) => globalArn('role', roleName(named)), RoleId: (named) => `AROA${roleName(named)}` },
  },
  'AWS::IAM::Policy': { properties: ['PolicyDocument', 'PolicyName', 'Roles'], ref: physicalName },
  'AWS::IAM::ManagedPolicy': {
    properties: ['PolicyDocument', 'ManagedPolicyName', 'Roles'],
    inert: { Description: 'text for people', Path: 'names are unique without it' },
    ref: (named) => globalArn('policy', givenOr(named, 'ManagedPolicyName')),
  },
};
