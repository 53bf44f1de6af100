import { Authorizer } from '../services/iam/authorizer.ts';
import { InvokePermissions } from '../services/iam/permissions.ts';
import type { Principal } from '../services/iam/principal.ts';
import { operatorPrincipal, rolesOf } from '../services/iam/roles.ts';
import { definitionOf, type FunctionDefinition } from '../services/lambda/definition.ts';
import { assemble } from '../template/assembly.ts';
import type { Resource } from '../template/resource.ts';
import type { BootableApp } from './cloud-options.ts';

/** What the templates describe, read before anything is started. */
export type Blueprint = {
  resources: Resource[];
  outputs: Record<string, Record<string, string>>;
  definitions: FunctionDefinition[];
  principals: Principal[];
  operator: Principal;
  authorizer: Authorizer;
  permissions: InvokePermissions;
  principalOf: (roleArn: string) => Principal;
};

export function readBlueprint(app: BootableApp): Blueprint {
  const { resources, outputs } = assemble(app.templates);
  const roles = rolesOf(resources);
  const operator = operatorPrincipal();
  const principals = [...roles, operator];
  return {
    resources,
    outputs,
    definitions: resources
      .filter((one) => one.type === 'AWS::Lambda::Function')
      .map((resource) => definitionOf(resource, app.assets)),
    principals,
    operator,
    authorizer: new Authorizer(principals),
    permissions: new InvokePermissions(resources),
    principalOf: (roleArn) => {
      const principal = roles.find((role) => role.roleArn === roleArn);
      if (!principal) throw new Error(`no role ${roleArn} in the template`);
      return principal;
    },
  };
}
