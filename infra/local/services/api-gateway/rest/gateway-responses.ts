import type { IncomingMessage } from 'node:http';
import type { Resource } from '../../../template/resource.ts';
import { nameOf, ofType } from '../resources.ts';
import type { RestContext } from './event.ts';
import { FAILURES, type FailureKind } from './failure.ts';

export type RenderedFailure = { statusCode: number; headers: [string, string][]; body: string };

type Definition = {
  StatusCode?: string | number;
  ResponseTemplates?: Record<string, string>;
  ResponseParameters?: Record<string, string>;
};

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';
const VARIABLE = /\$(?:\w+(?:\.\w+)*)?/g;
const HEADER = 'gatewayresponse.header.';

/** Renders the gateway's own answers by the template's GatewayResponses, or as API Gateway does without them. */
export class GatewayResponses {
  readonly #definitions: Map<string, Definition>;

  constructor(resources: Resource[]) {
    this.#definitions = new Map(
      ofType(resources, 'AWS::ApiGateway::GatewayResponse').map(({ properties }) => [
        String(properties.ResponseType),
        properties as Definition,
      ]),
    );
  }

  render(kind: FailureKind, context: RestContext, request: IncomingMessage): RenderedFailure {
    const failure = FAILURES[kind];
    const fallback = failure.statusCode < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
    const definition = this.#definitions.get(failure.type) ?? this.#definitions.get(fallback) ?? {};
    const statusCode = Number(definition.StatusCode ?? failure.statusCode);
    const variables = variablesOf(context, failure.type, failure.message);
    const [[contentType, template] = ['application/json', DEFAULT_TEMPLATE]] = Object.entries(
      definition.ResponseTemplates ?? {},
    );
    const headers: [string, string][] = [
      ['Content-Type', contentType],
      ['x-amzn-ErrorType', failure.error],
    ];
    for (const [target, source] of Object.entries(definition.ResponseParameters ?? {})) {
      const value = headerValue(source, variables, request);
      if (value !== undefined) headers.push([target.slice(HEADER.length), value]);
    }
    return { statusCode, headers, body: template.replace(VARIABLE, (name) => variables[name] ?? name) };
  }
}

/** Gateway responses that use what is not rendered here. */
export function gatewayResponseRefusals(resources: Resource[]): string[] {
  return ofType(resources, 'AWS::ApiGateway::GatewayResponse').flatMap((resource) => {
    const { ResponseTemplates = {}, ResponseParameters = {} } = resource.properties as Definition;
    const found: string[] = [];
    for (const template of Object.values(ResponseTemplates)) {
      const unknown = (template.match(VARIABLE) ?? []).filter((name) => !KNOWN.has(name));
      if (unknown.length > 0) found.push(`the template uses ${unknown.join(', ')}, which is not supported`);
    }
    for (const [target, source] of Object.entries(ResponseParameters)) {
      const known = /^'[^']*'$/.test(source) || source.startsWith('method.request.header.') || KNOWN.has(`$${source}`);
      if (!target.startsWith(HEADER)) found.push(`response parameter ${target} is not a header`);
      if (!known) found.push(`response parameter ${target}: source ${source} is not supported`);
    }
    return found.map((problem) => `${nameOf(resource)}: ${problem}`);
  });
}

function variablesOf(context: RestContext, type: string, message: string): Record<string, string> {
  return {
    '$context.accountId': context.accountId,
    '$context.apiId': context.apiId,
    '$context.domainName': context.domainName ?? '',
    '$context.error.message': message,
    '$context.error.messageString': JSON.stringify(message),
    '$context.error.responseType': type,
    '$context.extendedRequestId': context.extendedRequestId ?? '',
    '$context.httpMethod': context.httpMethod,
    '$context.identity.sourceIp': context.identity.sourceIp,
    '$context.path': context.path,
    '$context.protocol': context.protocol,
    '$context.requestId': context.requestId,
    '$context.requestTime': context.requestTime ?? '',
    '$context.requestTimeEpoch': String(context.requestTimeEpoch),
    '$context.resourcePath': context.resourcePath,
    '$context.stage': context.stage,
  };
}

function headerValue(source: string, variables: Record<string, string>, request: IncomingMessage): string | undefined {
  if (source.startsWith("'")) return source.slice(1, -1);
  const header = /^method\.request\.header\.(.+)$/.exec(source)?.[1];
  if (!header) return variables[`$${source}`];
  const value = request.headers[header.toLowerCase()];
  return Array.isArray(value) ? value.at(-1) : value;
}

const KNOWN = new Set(Object.keys(variablesOf({ identity: {} } as RestContext, '', '')));
