import { conditionsHold, unsupportedCondition } from './conditions.ts';
import type { Principal, Statement } from './principal.ts';
import { matches } from './wildcard.ts';

export type AccessRequest = { action: string; resource: string; context?: Record<string, string[]> };

/** No statement of the caller's role allows the call, or one denies it. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  readonly action: string;
  readonly resource: string;
  readonly role: string;

  constructor(role: string, request: AccessRequest) {
    super(`role ${role} is not allowed to ${request.action} on ${request.resource}${contextText(request.context)}`);
    this.action = request.action;
    this.resource = request.resource;
    this.role = role;
  }
}

/** Judges calls by the policies of the role whose access key signed them. What it cannot judge is refused at construction. */
export class Authorizer {
  readonly #principals: Map<string, Principal>;

  constructor(principals: Principal[]) {
    for (const principal of principals) {
      for (const statement of principal.statements) refuseUnsupported(principal, statement);
    }
    this.#principals = new Map(principals.map((principal) => [principal.accessKeyId, principal]));
  }

  secretOf(accessKeyId: string): string | undefined {
    return this.#principals.get(accessKeyId)?.secretAccessKey;
  }

  /** @throws AccessDenied naming action, resource and role. */
  authorize(accessKeyId: string | undefined, request: AccessRequest): void {
    const principal = this.#principals.get(accessKeyId ?? '');
    if (!principal)
      throw new AccessDenied(accessKeyId ? `(unknown key ${accessKeyId})` : '(unsigned request)', request);
    const applying = principal.statements.filter((statement) => applies(statement, request));
    const denied = applying.some((statement) => statement.effect === 'Deny');
    if (denied || applying.length === 0) throw new AccessDenied(principal.roleName, request);
  }
}

/** The access key of a SigV4 `Authorization` header. The signature itself is not checked: the keys never leave this machine. */
export function accessKeyOf(authorizationHeader: string | undefined): string | undefined {
  return /Credential=([^/,\s]+)\//.exec(authorizationHeader ?? '')?.[1];
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const { action, resource, context = {} } = request;
  const anyAction = (patterns: string[]) => patterns.some((pattern) => matches(pattern, action, true));
  const anyResource = (patterns: string[]) => patterns.some((pattern) => matches(pattern, resource));
  const actionFits = statement.notActions ? !anyAction(statement.notActions) : anyAction(statement.actions);
  if (!actionFits) return false;
  const resourceFits = statement.notResources ? !anyResource(statement.notResources) : anyResource(statement.resources);
  return resourceFits && conditionsHold(statement.conditions, { ...EVERY_CALL, ...context });
}

/** The loopback interface stands for TLS: `aws:SecureTransport` holds for every call. */
const EVERY_CALL = { 'aws:SecureTransport': ['true'] };

function refuseUnsupported(principal: Principal, statement: Statement): void {
  const variable = [...statement.resources, ...(statement.notResources ?? [])].find((text) => text.includes('${'));
  const problem = variable ? `policy variable in ${variable}` : unsupportedCondition(statement.conditions ?? {});
  if (problem) throw new Error(`role ${principal.roleName}: the local IAM does not support ${problem}`);
}

function contextText(context: Record<string, string[]> = {}): string {
  const parts = Object.entries(context).map(([key, values]) => `${key} = ${values.join(', ')}`);
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}
