/** Lines, words and characters of a text. A last line counts also if it does not end. */
export function count(text) {
  const ends = text.split('\n').length - 1;
  return {
    lines: text === '' || text.endsWith('\n') ? ends : ends + 1,
    words: text.match(/\S+/g)?.length ?? 0,
    characters: [...text].length,
  };
}
