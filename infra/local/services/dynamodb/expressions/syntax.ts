import type { AttributeValue } from '../values/types.ts';

/** What dynalite's parsers make of expressions, names and values already filled in. */
export type Path = (string | number)[];
export type FunctionCall = { type: 'function'; name: string; args: Operand[] };
export type Arithmetic = { type: 'add' | 'subtract'; args: [Operand, Operand] };
export type Operand = Path | FunctionCall | Arithmetic | AttributeValue;

export type Condition =
  | { type: 'and' | 'or' | 'not'; args: Condition[] }
  | { type: '=' | '<>' | '<' | '<=' | '>' | '>=' | 'between' | 'in'; args: Operand[] }
  | FunctionCall;
export type ConditionExpression = {
  expression: Condition;
  nestedPaths: Record<string, true>;
  pathHeads: Record<string, true>;
};

export type UpdateStep =
  | { type: 'set'; path: Path; val: Operand }
  | { type: 'remove'; path: Path }
  | { type: 'add' | 'delete'; path: Path; val: AttributeValue; attrType: 'N' | 'SS' | 'NS' | 'BS' };
export type UpdateExpression = { sections: UpdateStep[]; paths: Path[]; nestedPaths: Record<string, true> };
export type ProjectionExpression = { paths: Path[]; nestedPaths: Record<string, true> };

export const isPath = (operand: Operand): operand is Path => Array.isArray(operand);
export const isNode = (operand: Operand): operand is FunctionCall | Arithmetic => 'type' in operand;
