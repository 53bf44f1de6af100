import { physicalIdOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import type { ServiceReply, ServiceRequest } from '../protocol/service.ts';

/** Of the template: `CorsConfiguration` of a bucket. */
type CorsRule = { AllowedMethods: string[]; AllowedOrigins: string[]; AllowedHeaders?: string[]; MaxAge?: number };
type BucketProperties = { CorsConfiguration?: { CorsRules: CorsRule[] } };

/** What pages of other origins may do with a bucket, by its name. */
export type CorsRules = ReadonlyMap<string, readonly CorsRule[]>;

export const corsRulesOf = (resources: Resource[]): CorsRules =>
  new Map(
    resources
      .filter((one) => one.type === 'AWS::S3::Bucket')
      .map((one) => [physicalIdOf(one), (one.properties as BucketProperties).CorsConfiguration?.CorsRules ?? []]),
  );

const ruleFor = (rules: readonly CorsRule[], origin: string | undefined, method: string): CorsRule | undefined =>
  rules.find((rule) => rule.AllowedMethods.includes(method) && rule.AllowedOrigins.includes(origin ?? ''));

/** What an answer to a page needs, so that the browser shows it. */
export const corsHeaders = (rules: readonly CorsRule[], { headers, method }: ServiceRequest): Record<string, string> =>
  ruleFor(rules, headers.origin, method)
    ? { 'access-control-allow-origin': String(headers.origin), vary: 'Origin' }
    : {};

/** The answer to a browser that asks first, which no signature comes with. */
export const preflight = (rules: readonly CorsRule[], { headers }: ServiceRequest): ServiceReply => {
  const method = headers['access-control-request-method'] ?? '';
  const rule = ruleFor(rules, headers.origin, method);
  const asked = (headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const allowed = asked.filter((name) => name !== '');
  if (!rule || allowed.some((name) => !rule.AllowedHeaders?.includes(name))) return { status: 403 };
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': String(headers.origin),
      'access-control-allow-methods': rule.AllowedMethods.join(', '),
      'access-control-allow-headers': allowed.join(', '),
      'access-control-max-age': String(rule.MaxAge ?? 0),
      vary: 'Origin',
    },
  };
};
