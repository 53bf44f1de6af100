/**
 * A text that is still being written, in pieces that will not change any more and the rest: it is cut at empty lines outside of
 * code. So each piece is made into elements once, however long the answer gets.
 */
export const blocksOf = (text: string): { settled: string[]; rest: string } => {
  const settled: string[] = [];
  let [begin, isCode] = [0, false];
  for (const { index } of text.matchAll(/^(```|~~~)|\n\n/gm)) {
    if (text[index] !== '\n') isCode = !isCode;
    else if (!isCode) {
      if (index > begin) settled.push(text.slice(begin, index));
      begin = index + 2;
    }
  }
  return { settled, rest: text.slice(begin) };
};
