import { ACCOUNT } from '../../template/account.ts';
import type { Resource } from '../../template/resource.ts';
import { matches } from './wildcard.ts';

/** An AWS service that wants to run a function: who it is, and on behalf of what. */
export type ServiceCall = { functionName: string; service: string; sourceArn?: string };

type Permission = { functionName: string; service: string; sourceArn?: string; sourceAccount?: string };

/** The function's own policy (`AWS::Lambda::Permission`) names no such caller. */
export class InvokeDenied extends Error {
  override readonly name = 'InvokeDenied';

  constructor({ functionName, service, sourceArn }: ServiceCall) {
    super(
      `${service} is not allowed to lambda:InvokeFunction on ${functionName}${sourceArn ? ` for ${sourceArn}` : ''}`,
    );
  }
}

/** The function policies of a template: which services may invoke which function, and for which source. */
export class InvokePermissions {
  readonly #permissions: Permission[];

  constructor(resources: Resource[]) {
    const all = resources.filter((one) => one.type === 'AWS::Lambda::Permission');
    this.#permissions = all.map(({ logicalId, stack, properties }) => {
      if (properties.Action !== 'lambda:InvokeFunction') {
        throw new Error(`stack ${stack}, ${logicalId}: action ${properties.Action} is not supported locally`);
      }
      return {
        functionName: functionNameOf(String(properties.FunctionName)),
        service: String(properties.Principal),
        ...(properties.SourceArn !== undefined && { sourceArn: String(properties.SourceArn) }),
        ...(properties.SourceAccount !== undefined && { sourceAccount: String(properties.SourceAccount) }),
      };
    });
  }

  /** @throws InvokeDenied naming service, function and source. */
  check(call: ServiceCall): void {
    const allowed = this.#permissions.some(
      (one) =>
        one.functionName === functionNameOf(call.functionName) &&
        one.service === call.service &&
        (one.sourceAccount === undefined || one.sourceAccount === ACCOUNT.id) &&
        (one.sourceArn === undefined || (call.sourceArn !== undefined && matches(one.sourceArn, call.sourceArn))),
    );
    if (!allowed) throw new InvokeDenied(call);
  }
}

/** The name in a function's ARN; a name is given back as it is. */
export function functionNameOf(nameOrArn: string): string {
  return /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}
