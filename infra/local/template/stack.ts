import { arn, PSEUDO_PARAMETERS } from './account.ts';
import { namingOf } from './catalogue.ts';
import type { ResourceDocument, TemplateDocument } from './document.ts';
import { resolve, type Scope } from './intrinsics.ts';
import type { Named } from './names.ts';
import type { Resource } from './resource.ts';

/** One stack's template with its names resolved. `imports` looks up what other stacks export. */
export class Stack {
  readonly name: string;
  readonly #document: TemplateDocument;
  readonly #scope: Scope;
  readonly #resolving = new Set<string>();

  constructor(name: string, document: TemplateDocument, imports: (exportName: string) => unknown) {
    this.name = name;
    this.#document = document;
    this.#scope = {
      ref: (target) => this.#ref(target),
      attribute: (logicalId, attribute) => this.#attribute(logicalId, attribute),
      importValue: imports,
      condition: (condition) => this.#condition(condition),
      mapping: (map, first, second) => {
        const found = document.Mappings?.[map]?.[first]?.[second];
        if (found === undefined) throw new Error(`stack ${name}: no mapping ${map}.${first}.${second}`);
        return found;
      },
    };
  }

  resources(): Resource[] {
    return this.#present().map(([logicalId, document]) =>
      this.#at(logicalId, () => ({
        logicalId,
        stack: this.name,
        type: document.Type,
        properties: resolve(document.Properties ?? {}, this.#scope) as Record<string, unknown>,
      })),
    );
  }

  outputs(): { name: string; value: unknown; exportName?: string }[] {
    const outputs = Object.entries(this.#document.Outputs ?? {});
    return outputs
      .filter(([, output]) => output.Condition === undefined || this.#condition(output.Condition))
      .map(([name, output]) => ({
        name,
        value: this.#at(`output ${name}`, () => resolve(output.Value, this.#scope)),
        ...(output.Export && { exportName: String(resolve(output.Export.Name, this.#scope)) }),
      }));
  }

  /** The value exported under a name; `undefined` if the stack does not export it. */
  exported(exportName: string): unknown {
    for (const output of Object.values(this.#document.Outputs ?? {})) {
      if (output.Export && resolve(output.Export.Name, this.#scope) === exportName)
        return resolve(output.Value, this.#scope);
    }
    return undefined;
  }

  #present(): [string, ResourceDocument][] {
    return Object.entries(this.#document.Resources).filter(
      ([, resource]) => resource.Condition === undefined || this.#condition(resource.Condition),
    );
  }

  #ref(target: string): unknown {
    if (target === 'AWS::StackName') return this.name;
    if (target === 'AWS::StackId') return arn('cloudformation', `stack/${this.name}/local`);
    if (target in PSEUDO_PARAMETERS) return PSEUDO_PARAMETERS[target];
    const parameter = this.#document.Parameters?.[target];
    if (parameter) {
      if (parameter.Default === undefined) throw new Error(`stack ${this.name}: parameter ${target} has no default`);
      return parameter.Default;
    }
    const { type, named } = this.#named(target);
    return namingOf(this.name, target, type).ref(named);
  }

  #attribute(logicalId: string, attribute: string): unknown {
    const { type, named } = this.#named(logicalId);
    const compute = namingOf(this.name, logicalId, type).attributes?.[attribute];
    if (!compute) throw new Error(`stack ${this.name}: ${logicalId} (${type}) has no attribute ${attribute} locally`);
    return compute(named);
  }

  #condition(name: string): boolean {
    const condition = this.#document.Conditions?.[name];
    if (condition === undefined) throw new Error(`stack ${this.name}: no condition ${name}`);
    return resolve(condition, this.#scope) === true;
  }

  #named(logicalId: string): { type: string; named: Named } {
    const document = this.#document.Resources[logicalId];
    if (!document) throw new Error(`stack ${this.name}: nothing is called ${logicalId}`);
    const property = (name: string): unknown => {
      // A name made of another resource's name is fine; one made of itself would never end.
      const where = `${logicalId}.${name}`;
      if (this.#resolving.has(where)) throw new Error(`stack ${this.name}: ${where} refers to itself`);
      this.#resolving.add(where);
      try {
        return resolve(document.Properties?.[name], this.#scope);
      } finally {
        this.#resolving.delete(where);
      }
    };
    return { type: document.Type, named: { stack: this.name, logicalId, property } };
  }

  #at<T>(where: string, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('stack ')) throw error;
      throw new Error(`stack ${this.name}, ${where}: ${(error as Error).message}`, { cause: error });
    }
  }
}
