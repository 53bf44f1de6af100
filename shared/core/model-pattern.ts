/** Whether a model's name fits a pattern in which `*` stands for any text: `gpt-*`, `*-mini`. Case is ignored. */
export const matchesModel = (pattern: string, model: string): boolean => {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const name = model.toLowerCase();
  if (rest.length === 0) return name === first;
  if (!name.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
};
