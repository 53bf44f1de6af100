const operand = String.raw`-?(?:\(\s*)*-?\d+(?:\.\d+)?(?:\s*\))*`;
const expression = new RegExp(`${operand}(?:\\s*[-+*/^%×÷]\\s*${operand})+`);
const spoken: [RegExp, string][] = [
  [/\bplus\b|плюс/gi, '+'],
  [/\bminus\b|минус/gi, '-'],
  [/\b(?:times|multiplied by)\b|умножить на/gi, '*'],
  [/\bdivided by\b|разделить на/gi, '/'],
];

/** The arithmetic expression in a text, with spoken operators written as signs. */
export function expressionIn(text: string): string | undefined {
  const written = spoken.reduce((result, [words, sign]) => result.replace(words, sign), text);
  return expression.exec(written)?.[0].replaceAll('×', '*').replaceAll('÷', '/').trim();
}

/** The value of an expression of numbers, + - * / % ^ and brackets; undefined if it is not one. */
export function evaluate(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/%^()]|\S/g) ?? [];
  let at = 0;

  function sum(): number {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') value += tokens[at++] === '+' ? product() : -product();
    return value;
  }

  function product(): number {
    let value = signed();
    while (tokens[at] === '*' || tokens[at] === '/' || tokens[at] === '%') {
      const operator = tokens[at++];
      const right = signed();
      value = operator === '*' ? value * right : operator === '/' ? value / right : value % right;
    }
    return value;
  }

  function signed(): number {
    if (tokens[at] !== '-') return power();
    at++;
    return -signed();
  }

  function power(): number {
    const base = atom();
    if (tokens[at] !== '^') return base;
    at++;
    return base ** signed();
  }

  function atom(): number {
    const token = tokens[at++];
    if (token !== '(') return token === undefined ? Number.NaN : Number(token);
    const inner = sum();
    return tokens[at++] === ')' ? inner : Number.NaN;
  }

  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
}
