import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byWords } from '../../../../shared/memory/recall/ranking.ts';
import { termsOf, wordsOfQuery, wordsOfStore, wordsOfText } from '../../../../shared/memory/recall/words.ts';
import { workOf } from '../../../support/pace.ts';

/* Requirements: MEM2. */

test.each([
  ['Chinese', '会议', ['我喜欢喝茶', '明天下午的会议改到三点'], [1]],
  ['Chinese, one character', '猫', ['狗在睡觉', '我家的猫很可爱'], [1]],
  ['Japanese', '東京', ['大阪に住んでいます', '来週東京へ行きます'], [1]],
  ['Japanese, half-width', 'ｶﾒﾗ', ['本を買った', '新しいカメラを買った'], [1]],
  ['Korean with a particle', '서울', ['부산에 살아요', '서울에서 일해요'], [1]],
  ['Thai', 'กาแฟ', ['ฉันชอบอ่านหนังสือ', 'เขาดื่มกาแฟทุกเช้า'], [1]],
  ['Hindi', 'हिन्दी', ['अंग्रेज़ी', 'वह हिन्दी बोलती है'], [1]],
  ['full-width letters', 'Invoice', ['a letter', 'ＩＮＶＯＩＣＥ ４２'], [1]],
  ['full-width letters in the question', 'ｉｎｖｏｉｃｅ', ['a letter', 'the invoice'], [1]],
  ['a ligature', 'ﬁles', ['a letter', 'the files'], [1]],
  ['Chinese beside Latin letters', 'Kubernetes集群', ['the kettle', '我们的kubernetes集群升级了'], [1]],
])('G33: words are found in %s', (_what, query, texts, found) => {
  expect(byWords(query, texts)).toEqual(found);
});

test('G33: a text that shares only a common character with a question in Chinese is not found', () => {
  const texts = ['我的车', '我的书', '我的笔', '我的会议在明天'];
  expect(byWords('我的会议', texts)[0]).toBe(3);
});

test('G33: a text is written with those of its words that the store would not find', () => {
  expect(termsOf('The invoice of May')).toEqual([]);
  expect(termsOf('ＡＢＣ abc')).toEqual([]);
  expect(termsOf('ＡＢＣ')).toEqual(['abc']);
  expect(termsOf('猫が好き')).toEqual(['猫が', 'が好', '好き', '猫', '好']);
  expect(termsOf('汉'.repeat(3)).length).toBe(2);
});

test('G33: whatever words a text and a question share, the store finds by them', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[你好世界abc ไทย가나é１]{0,12}$/u),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const shared = wordsOfQuery(one).filter((word) => wordsOfText(other).includes(word));
      const found = new Set([...termsOf(other), ...wordsOfStore(other)]);
      expect(shared.filter((word) => !found.has(word))).toEqual([]);
    }),
  );
});

test('G33: a question of any script has the words of a text of the same words', () => {
  const text = fc.stringMatching(/^[你好世界 abc ไทย가나ａｂ１２]{1,20}$/u);
  fc.assert(
    fc.property(text, (one) => {
      const inText = new Set(wordsOfText(one));
      expect(wordsOfQuery(one).filter((word) => !inText.has(word))).toEqual([]);
    }),
  );
});

test('G33: the longest text is taken apart in time', async () => {
  const work = await workOf(() => {
    for (const unit of ['汉字', 'ไทย', 'word ']) termsOf(unit.repeat(10_000));
  });
  expect(work).toBeLessThan(1_000);
});
