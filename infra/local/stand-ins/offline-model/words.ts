/** Words too frequent to say what a text is about, in English and Russian. */
const stopWords = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its ' +
    'me my of on or our she should so some that the their them there they this to was we were what when where which who ' +
    'will with would you your please tell about ' +
    'а без бы в во вы где да для до его ее если есть за и из или как какая какой кто ли мне мой моя на не но о об он она ' +
    'они от по при с со так то ты у что это я'
  ).split(' '),
);

const englishEndings = /(?:ingly|edly|ing|ies|ied|ed|es|ly|s|e|y)$/;
const russianEndings =
  /(?:иями|ями|ами|иях|ого|его|ому|ему|ыми|ими|ешь|ает|яет|уют|ают|ить|ать|ять|еть|ой|ый|ий|ая|яя|ое|ее|ую|юю|ом|ем|ам|ям|ах|ях|ов|ев|ей|ы|и|а|я|о|е|у|ю|ь)$/;
const shortestStem = 3;

/** The words of a text in lower case, letters and digits of any script. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** A rough stem: one ending less, and British spelling as American, so that "colours" and "color" meet. */
export function stem(word: string): string {
  const american = word.length > 5 ? word.replace('our', 'or') : word;
  const shorter = american.replace(/[а-я]/.test(american) ? russianEndings : englishEndings, '');
  return shorter.length >= shortestStem ? shorter : american;
}

/** The stems of what a text is about; of all its words if it has only frequent ones. */
export function stemsOf(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : words).map(stem);
}

/** The sentences of a text, each with its end mark. */
export function sentencesOf(text: string): string[] {
  const found = text.match(/[^.!?\n]+(?:[.!?]+(?=\s|$)|\.(?=\S)[^.!?\n]*)*[.!?]*/g) ?? [];
  return found.map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
