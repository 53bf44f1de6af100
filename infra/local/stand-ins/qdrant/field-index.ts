import { isObject } from './payload-path.ts';
import { malformed, unsupported } from './refusal.ts';
import { parseTokenizer, type Tokenizer } from './tokenizer.ts';

const types = ['keyword', 'integer', 'float', 'bool', 'datetime', 'text', 'uuid'] as const;
export type FieldType = (typeof types)[number];
export type FieldIndex = { type: FieldType; tenant: boolean; ordered: boolean; params: Record<string, unknown> };
export type FieldIndexes = Map<string, FieldIndex>;

/** Options that only say where or how fast; an exact scan in memory gives the same answers with and without them. */
const indifferent = ['type', 'on_disk', 'memory', 'enable_hnsw', 'is_principal'];
const meaningful: Record<FieldType, string[]> = {
  keyword: ['is_tenant'],
  uuid: ['is_tenant'],
  integer: ['lookup', 'range'],
  float: [],
  bool: [],
  datetime: [],
  text: ['tokenizer', 'lowercase', 'min_token_len', 'max_token_len'],
};

/** Reads `field_schema`: a type's name, or an object with the type and its parameters. */
export function parseFieldIndex(schema: unknown): FieldIndex {
  const params = typeof schema === 'string' ? { type: schema } : schema;
  if (!isObject(params)) throw malformed('field_schema is neither the name of a type nor its parameters');
  const type = types.find((known) => known === params.type);
  if (!type) throw unsupported(`a payload index of type ${JSON.stringify(params.type)}`);
  for (const [name, value] of Object.entries(params)) {
    if (value === null || indifferent.includes(name) || meaningful[type].includes(name)) continue;
    throw unsupported(`the option ${name} of a ${type} index`);
  }
  if (type === 'text') parseTokenizer(params);
  const ordered = type === 'float' || type === 'datetime' || (type === 'integer' && params.range !== false);
  return { type, tenant: params.is_tenant === true, ordered, params };
}

/** How text at `key` is split: by its text index, or not at all when there is none. */
export function tokenizerOf(indexes: FieldIndexes, key: string): Tokenizer | undefined {
  const index = indexes.get(key);
  return index?.type === 'text' ? parseTokenizer(index.params) : undefined;
}

/** Whether a value is one the index would hold. */
export function isIndexed(type: FieldType, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'float':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string';
  }
}
