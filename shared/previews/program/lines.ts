/** The last lines of a text that a program wrote. A line that is not ended yet is one too. */
export const lastLines = (text: string, most: number): { lines: string[]; isCut: boolean } => {
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  return { lines: all.slice(-most), isCut: all.length > most };
};
