/** An expression that has no value; the message is for who wrote it. */
export class InvalidExpression extends Error {
  override readonly name = 'InvalidExpression';
}

const CONSTANTS: Record<string, number> = { pi: Math.PI, e: Math.E };

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  abs: Math.abs,
  ceil: Math.ceil,
  cos: Math.cos,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  max: Math.max,
  min: Math.min,
  round: (value, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits,
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
};
/** How many values each takes; those not listed take one. */
const ARITY: Record<string, [least: number, most: number]> = { max: [1, 100], min: [1, 100], round: [1, 2] };

const OPERATORS: Record<string, { binds: number; apply: (left: number, right: number) => number }> = {
  '+': { binds: 1, apply: (left, right) => left + right },
  '-': { binds: 1, apply: (left, right) => left - right },
  '*': { binds: 2, apply: (left, right) => left * right },
  '/': { binds: 2, apply: (left, right) => left / right },
  '%': { binds: 2, apply: (left, right) => left % right },
  '^': { binds: 4, apply: (left, right) => left ** right },
};
/** `-2 ^ 2` is -4 and `2 ^ -1` is a half: a sign binds looser than a power and tighter than a product. */
const SIGN_BINDS = 3;

const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([a-zA-Z]\w*)|(\*\*|[-+*/%^(),]))/y;
/** Deeper nesting is no arithmetic, and would exhaust the stack. */
const MAX_DEPTH = 100;

/** The value of an arithmetic expression, in double precision. Precedence climbing; nothing is ever executed. */
export const evaluate = (expression: string): number => {
  const tokens = tokensOf(expression);
  let at = 0;
  let depth = 0;
  const next = () => tokens[at++];
  const expect = (token: string) => {
    if (next() !== token) throw new InvalidExpression(`"${token}" is missing.`);
  };

  const expressionFrom = (binds: number): number => {
    if (++depth > MAX_DEPTH) throw new InvalidExpression('The expression is nested too deeply.');
    let left = operand();
    for (;;) {
      const operator = OPERATORS[tokens[at] ?? ''];
      if (!operator || operator.binds < binds) break;
      at += 1;
      // A power groups to the right: 2 ^ 3 ^ 2 is 2 ^ 9.
      left = operator.apply(left, expressionFrom(operator.binds === 4 ? 4 : operator.binds + 1));
    }
    depth -= 1;
    return left;
  };

  const operand = (): number => {
    const token = next();
    if (token === undefined) throw new InvalidExpression('The expression ends too early.');
    if (token === '-') return -expressionFrom(SIGN_BINDS);
    if (token === '+') return expressionFrom(SIGN_BINDS);
    if (token === '(') {
      const value = expressionFrom(1);
      expect(')');
      return value;
    }
    if (/^[\d.]/.test(token)) return Number(token);
    if (tokens[at] === '(') return call(token);
    const constant = Object.hasOwn(CONSTANTS, token) ? CONSTANTS[token] : undefined;
    if (constant === undefined) throw new InvalidExpression(`"${token}" has no value.`);
    return constant;
  };

  const call = (name: string): number => {
    const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!known) throw new InvalidExpression(`There is no function "${name}".`);
    expect('(');
    const values = [expressionFrom(1)];
    while (tokens[at] === ',') {
      at += 1;
      values.push(expressionFrom(1));
    }
    expect(')');
    const [least, most] = ARITY[name] ?? [1, 1];
    if (values.length < least || values.length > most)
      throw new InvalidExpression(`"${name}" takes another number of values.`);
    return known(...values);
  };

  const value = expressionFrom(1);
  if (at < tokens.length) throw new InvalidExpression(`"${tokens[at]}" is not expected here.`);
  if (!Number.isFinite(value)) throw new InvalidExpression('The result is not a finite number.');
  return value;
};

const tokensOf = (expression: string): string[] => {
  const text = expression.trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new InvalidExpression(`"${text.slice(at).trim()[0]}" is not understood.`);
    const token = match[1] ?? match[2] ?? (match[3] as string);
    tokens.push(token === '**' ? '^' : token);
  }
  if (tokens.length === 0) throw new InvalidExpression('The expression is empty.');
  return tokens;
};
