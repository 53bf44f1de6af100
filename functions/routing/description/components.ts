import * as z from 'zod';
import { Defect } from '../../../shared/core/errors.ts';

export type Json = Record<string, unknown>;
type Direction = 'input' | 'output';

const SCHEMAS = '#/components/schemas/';
/** Until the document is complete, references to what requests contain end with this. */
const AS_INPUT = ':input';

/**
 * The named schemas of a document. `.meta({ id })` names one, and whatever contains it refers to it by that name. What a
 * request may leave out an answer has: where the two forms of a schema differ, the request's is called `…Input`.
 */
export class Components {
  readonly #forms = { input: new Map<string, Json>(), output: new Map<string, Json>() };

  /** The JSON schema of a value that a request or an answer contains; of a named one, a reference to it. */
  schema(schema: z.ZodType, direction: Direction): Json {
    const made = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: direction,
      cycles: 'throw',
      override: ({ jsonSchema }) => withoutEmptyWords(jsonSchema),
    }) as Json;
    const { $schema: _, $defs = {}, ...root } = made;
    for (const [name, form] of Object.entries($defs as Record<string, Json>)) this.#define(name, form, direction);
    const name = schema.meta()?.id;
    if (name === undefined) return withReferences(root, (other) => referenceTo(other, direction)) as Json;
    if (!Object.hasOwn($defs as Json, name)) this.#define(name, root, direction);
    return { $ref: referenceTo(name, direction) };
  }

  /** The document with its named schemas in it, and with all references to them. */
  completed(document: Json): Json {
    const differing = this.#differing();
    const nameOf = (reference: string): string => {
      const name = reference.replace(AS_INPUT, '');
      return reference.endsWith(AS_INPUT) && differing.has(name) ? `${name}Input` : name;
    };
    const schemas = [
      ...[...this.#forms.input].map(([name, form]) => [nameOf(name + AS_INPUT), form] as const),
      ...this.#forms.output,
    ].sort(([one], [other]) => (one < other ? -1 : 1));
    const components = { ...(document.components as Json), schemas: Object.fromEntries(schemas) };
    return withReferences({ ...document, components }, (reference) =>
      reference.startsWith(SCHEMAS) ? SCHEMAS + nameOf(reference.slice(SCHEMAS.length)) : reference,
    ) as Json;
  }

  #define(name: string, form: Json, direction: Direction): void {
    const { id: _, ...plain } = form;
    const made = withReferences(plain, (other) => referenceTo(other, direction)) as Json;
    const known = this.#forms[direction].get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(made))
      throw new Defect(`Two schemas have the name "${name}".`);
    this.#forms[direction].set(name, made);
  }

  /** Names with two forms: those whose own fields differ, and those that contain one of them. */
  #differing(): Set<string> {
    const { input, output } = this.#forms;
    const both = [...input.keys()].filter((name) => output.has(name));
    const text = (form: Json | undefined): string => JSON.stringify(form).replaceAll(`${AS_INPUT}"`, '"');
    const found = new Set(both.filter((name) => text(input.get(name)) !== text(output.get(name))));
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const name of both) {
        const contained = [...found].some((other) => text(input.get(name)).includes(`"${SCHEMAS}${other}"`));
        if (contained) found.add(name);
      }
    }
    return found;
  }
}

type Worded = { minimum?: unknown; maximum?: unknown; propertyNames?: unknown; format?: unknown; pattern?: unknown };

/**
 * Takes out what says nothing more about a value: every integer is one that JavaScript counts exactly, and examples would be made of
 * these bounds; every field has a text for its name; and the pattern of a date says at length what its format does.
 */
const withoutEmptyWords = (schema: Worded): void => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (JSON.stringify(schema.propertyNames) === '{"type":"string"}') delete schema.propertyNames;
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern;
};

const referenceTo = (name: string, direction: Direction): string =>
  `${SCHEMAS}${name.replace('#/$defs/', '')}${direction === 'input' ? AS_INPUT : ''}`;

/** The value with each of its references as `renamed` gives it. */
const withReferences = (value: unknown, renamed: (reference: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      key === '$ref' && typeof inside === 'string' ? renamed(inside) : withReferences(inside, renamed),
    ]),
  );
};
