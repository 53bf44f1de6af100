import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AccessDenied, Authorizer, accessKeyOf } from '../../../../../../infra/local/services/iam/authorizer.ts';
import type { Principal, Statement } from '../../../../../../infra/local/services/iam/principal.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/t';

function authorizer(...statements: Statement[]): Authorizer {
  const principal: Principal = {
    accessKeyId: 'KEY',
    secretAccessKey: 's',
    roleName: 'my',
    roleArn: 'arn:my',
    statements,
  };
  return new Authorizer([principal]);
}

const allow = (more: Partial<Statement> = {}): Statement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: [TABLE],
  ...more,
});

function allowed(subject: Authorizer, action: string, resource = TABLE, context?: Record<string, string[]>): boolean {
  try {
    subject.authorize('KEY', { action, resource, ...(context && { context }) });
    return true;
  } catch (error) {
    if (error instanceof AccessDenied) return false;
    throw error;
  }
}

describe('a role', () => {
  test('a role may do what a statement allows, in any spelling of the action', () => {
    expect(allowed(authorizer(allow()), 'DynamoDB:getitem')).toBe(true);
  });

  test('a role may do nothing else, and the error names action, resource and role', () => {
    const subject = authorizer(allow());
    const request = { action: 'dynamodb:PutItem', resource: TABLE };
    expect(() => subject.authorize('KEY', request)).toThrow(`role my is not allowed to dynamodb:PutItem on ${TABLE}`);
    expect(allowed(subject, 'dynamodb:GetItem', `${TABLE}/index/due`)).toBe(false);
  });

  test('a role may not do what any statement denies', () => {
    const deny: Statement = { effect: 'Deny', actions: ['dynamodb:*'], resources: ['*'] };
    expect(allowed(authorizer(allow(), deny), 'dynamodb:GetItem')).toBe(false);
  });

  test('a role may do everything except the actions and resources a statement excepts', () => {
    const notActions = authorizer(allow({ actions: [], notActions: ['dynamodb:Delete*'] }));
    expect([allowed(notActions, 'dynamodb:GetItem'), allowed(notActions, 'dynamodb:DeleteItem')]).toEqual([
      true,
      false,
    ]);
    const notResources = authorizer(allow({ resources: [], notResources: [TABLE] }));
    expect([allowed(notResources, 'dynamodb:GetItem'), allowed(notResources, 'dynamodb:GetItem', 'other')]).toEqual([
      false,
      true,
    ]);
  });

  test('a request with an unknown access key is refused by that key', () => {
    const request = { action: 'a:b', resource: '*' };
    expect(() => authorizer().authorize('OTHER', request)).toThrow('(unknown key OTHER)');
    expect(() => authorizer().authorize(undefined, request)).toThrow('(unsigned request)');
  });
});

describe('conditions', () => {
  const leading = (prefix: string[], operator = 'ForAllValues:StringLike') =>
    authorizer(allow({ conditions: { [operator]: { 'dynamodb:LeadingKeys': prefix } } }));
  const keys = (...values: string[]) => ({ 'dynamodb:LeadingKeys': values });
  const get = (subject: Authorizer, context?: Record<string, string[]>) =>
    allowed(subject, 'dynamodb:GetItem', TABLE, context);

  test('ForAllValues holds when every key has a prefix, and when there is none', () => {
    const subject = leading(['USER#*', 'EMAIL#*']);
    expect(get(subject, keys('USER#1', 'EMAIL#a'))).toBe(true);
    expect(get(subject, keys('USER#1', 'APIKEY#a'))).toBe(false);
    expect(get(subject)).toBe(true);
  });

  test('ForAnyValue needs one key that fits', () => {
    const subject = leading(['USER#*'], 'ForAnyValue:StringLike');
    expect(get(subject, keys('USER#1', 'EMAIL#a'))).toBe(true);
    expect(get(subject, keys('EMAIL#a'))).toBe(false);
    expect(get(subject)).toBe(false);
  });

  test('a plain operator fails on a missing key, a negated one and IfExists hold', () => {
    const on = (conditions: Statement['conditions']) => authorizer(allow({ conditions }));
    expect(get(on({ StringEquals: { 'a:b': 'x' } }))).toBe(false);
    expect(get(on({ StringEqualsIfExists: { 'a:b': 'x' } }))).toBe(true);
    expect(get(on({ StringNotEquals: { 'a:b': 'x' } }))).toBe(true);
    expect(get(on({ StringNotEquals: { 'a:b': ['x', 'y'] } }), { 'a:b': ['y'] })).toBe(false);
    expect(get(on({ Null: { 'a:b': 'true' } }))).toBe(true);
    expect(get(on({ Bool: { 'aws:SecureTransport': 'true' } }))).toBe(true);
  });

  test('an unknown condition operator or policy variable is refused at once', () => {
    expect(() => authorizer(allow({ conditions: { DateLessThan: { 'aws:CurrentTime': 'x' } } }))).toThrow(
      'DateLessThan',
    );
    const variable = ['$', '{aws:username}'].join('');
    expect(() => authorizer(allow({ resources: [variable] }))).toThrow('policy variable');
  });
});

test('a pattern that ends in a star allows exactly the values with its prefix', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (prefix, value) => {
      fc.pre(!/[*?]|\$\{/.test(prefix));
      const subject = authorizer(allow({ resources: [`${prefix}*`] }));
      expect(allowed(subject, 'dynamodb:GetItem', value)).toBe(value.startsWith(prefix));
    }),
  );
});

test('the access key is read from the signature', () => {
  const header =
    'AWS4-HMAC-SHA256 Credential=KEY1/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00';
  expect(accessKeyOf(header)).toBe('KEY1');
  expect(accessKeyOf('Bearer x')).toBeUndefined();
});
