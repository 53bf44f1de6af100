import { describe, expect, test } from 'vitest';
import { localiser } from '../../../../../infra/local/template/addresses.ts';
import { assemble } from '../../../../../infra/local/template/assembly.ts';
import { resolveDynamicReferences } from '../../../../../infra/local/template/dynamic-references.ts';
import { attributeOf, physicalIdOf } from '../../../../../infra/local/template/identity.ts';

const queue = (Properties: object = {}, more: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties, ...more });
const name = (value: unknown) => queue({ QueueName: value });
/** What a property resolves to, by giving it to a queue as its name. */
const resolved = (value: unknown, rest: object = {}) =>
  assemble({ one: { Resources: { Subject: name(value) }, ...rest } }).resources.find(
    (one) => one.logicalId === 'Subject',
  )?.properties.QueueName;
const sub = (text: string) => ({ 'Fn::Sub': text.replaceAll('<', '${').replaceAll('>', '}') });

describe('an intrinsic', () => {
  test.each([
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::Sub with pseudo parameter', sub('<AWS::Partition>-x'), 'aws-x'],
    ['Fn::Sub with a literal', sub('<!kept>'), ['$', '{kept}'].join('')],
    ['Fn::If', { 'Fn::If': ['Yes', 'then', 'else'] }, 'then'],
    ['Fn::If with NoValue', { 'Fn::If': ['No', 'then', { Ref: 'AWS::NoValue' }] }, undefined],
    ['a parameter', { Ref: 'Word' }, 'hello'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
  ])('the intrinsic %s is resolved', (_, value, expected) => {
    const Conditions = { Yes: { 'Fn::Equals': ['a', 'a'] }, No: { 'Fn::Not': [{ Condition: 'Yes' }] } };
    const Parameters = { Word: { Type: 'String', Default: 'hello' } };
    const Mappings = { Sizes: { small: { memory: 128 } } };
    expect(resolved(value, { Conditions, Parameters, Mappings })).toEqual(expected);
  });

  test('an unknown intrinsic is refused with its name and position', () => {
    expect(() => resolved({ 'Fn::Transform': {} })).toThrow('stack one, Subject: intrinsic function Fn::Transform');
  });

  test('a policy statement’s Condition is not read as an intrinsic', () => {
    const PolicyDocument = { Statement: { Condition: { StringEquals: { a: 'b' } } } };
    const Role = { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument, PolicyName: 'p', Roles: [] } };
    expect(assemble({ one: { Resources: { Role } } }).resources[0]?.properties.PolicyDocument).toEqual(PolicyDocument);
  });
});

describe('stacks', () => {
  test('stacks see what others export', () => {
    const data = {
      Resources: { Jobs: queue() },
      Outputs: { Jobs: { Value: { 'Fn::GetAtt': ['Jobs', 'Arn'] }, Export: { Name: sub('<AWS::StackName>:Jobs') } } },
    };
    const service = { Resources: { Other: name({ 'Fn::ImportValue': 'data:Jobs' }) } };
    const { resources } = assemble({ data, service });
    expect(resources[1]?.properties.QueueName).toBe('arn:aws:sqs:us-east-1:000000000000:data-Jobs');
  });

  test('stacks that import what none exports are refused', () => {
    expect(() => resolved({ 'Fn::ImportValue': 'ghost' })).toThrow('no stack exports ghost');
  });

  test('stacks list every resource after those it refers to', () => {
    const Resources = {
      Last: name({ 'Fn::GetAtt': ['Middle', 'QueueName'] }),
      Middle: queue({}, { DependsOn: ['First'] }),
      First: queue(),
    };
    const order = assemble({ one: { Resources } }).resources.map((one) => one.logicalId);
    expect(order).toEqual(['First', 'Middle', 'Last']);
  });

  test('stacks with a circle are refused by naming it', () => {
    const Resources = { A: name({ Ref: 'B' }), B: name(sub('<A.Arn>')) };
    expect(() => assemble({ one: { Resources } })).toThrow('stack one: circular dependency A → B → A');
  });

  test('stacks with an unknown section are refused', () => {
    expect(() => assemble({ one: { Resources: {}, Transform: 'x' } })).toThrow('template section Transform');
  });

  test('stacks leave out resources whose condition does not hold', () => {
    const Resources = { Kept: queue(), Left: queue({}, { Condition: 'Never' }) };
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    expect(assemble({ one: { Resources, Conditions } }).resources.map((one) => one.logicalId)).toEqual(['Kept']);
  });
});

test('addresses of AWS become local ones, with their paths', () => {
  const { resources } = assemble({
    one: {
      Resources: {
        Rest: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'r' } },
        Sockets: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 's', ProtocolType: 'WEBSOCKET' } },
      },
    },
  });
  const [rest, sockets] = resources;
  const addresses = {
    restUrl: 'http://l:1',
    socketUrl: 'ws://l:1/socket',
    managementUrl: 'http://l:1/m',
    servicesUrl: 'http://l:2',
  };
  const localise = localiser(resources, addresses);
  const host = (id: string) => `${id}.execute-api.us-east-1.amazonaws.com/dev`;
  const restId = rest ? physicalIdOf(rest) : '';
  const socketId = sockets ? attributeOf(sockets, 'ApiId') : '';
  expect(localise(`https://${host(restId)}/openapi.json`)).toBe('http://l:1/openapi.json');
  expect(localise(`wss://${host(socketId)}`)).toBe('ws://l:1/socket');
  expect(localise(`https://${host(socketId)}`)).toBe('http://l:1/m');
  expect(localise('https://sqs.us-east-1.amazonaws.com/000000000000/q')).toBe('http://l:2/000000000000/q');
});

test('a dynamic reference to a secret is looked up, any other refused', () => {
  const lookUp = (id: string, key: string) => `${id}|${key}`;
  const text = 'a{{resolve:secretsmanager:arn:aws:secretsmanager:x:y:secret:z:SecretString:key::}}b';
  expect(resolveDynamicReferences(text, lookUp)).toBe('aarn:aws:secretsmanager:x:y:secret:z|keyb');
  expect(() => resolveDynamicReferences('{{resolve:ssm:/x}}', lookUp)).toThrow('not supported locally');
});
