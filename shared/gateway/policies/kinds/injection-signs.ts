/** One sign of an attempt to take over the model. `what` is its name in records. */
export type Sign = {
  what: string;
  weight: number;
  /** In capitals: one of these is in every text that the pattern fits. Looking for them takes a tenth of its time. */
  words?: readonly string[];
  pattern: RegExp;
};

/*
 * Phrases that attackers use and ordinary people rarely do, in English and Russian. Each pattern is bounded (no unbounded
 * repeat of an unbounded class), so that it takes linear time. A heuristic: it finds careless attackers.
 * Sources for the families: OWASP LLM01:2025 Prompt Injection; Perez and Ribeiro, "Ignore Previous Prompt" (2022).
 */
export const SIGNS: Sign[] = [
  {
    what: 'ignore_instructions',
    weight: 0.8,
    words: ['IGNORE', 'DISREGARD', 'FORGET', 'OVERRIDE', 'BYPASS'],
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,30}\b(?:previous|prior|above|earlier|preceding|all|your|the system)\b[^.\n]{0,30}\b(?:instructions?|prompts?|rules|directions|guidelines|messages?)\b/i,
  },
  {
    what: 'ignore_instructions',
    weight: 0.8,
    words: ['ИГНОРИРУЙ', 'ЗАБУДЬ', 'ОТБРОСЬ', 'НЕ ОБРАЩАЙ', 'НАРУШЬ'],
    pattern:
      /(?:игнорируй|проигнорируй|забудь|отбрось|не обращай внимания на|нарушь)(?:те)?[^.\n]{0,40}(?:инструкци|указани|правил|предыдущ|системн)/i,
  },
  {
    what: 'reveal_prompt',
    weight: 0.7,
    words: ['PROMPT', 'YOUR INSTRUCTIONS', 'THE TEXT ABOVE', 'EVERYTHING ABOVE'],
    pattern:
      /\b(?:reveal|print|show|repeat|output|display|leak|tell me)\b[^.\n]{0,30}\b(?:system prompt|initial prompt|hidden prompt|your instructions|your prompt|the text above|everything above)\b/i,
  },
  {
    what: 'reveal_prompt',
    weight: 0.7,
    words: ['ПРОМПТ', 'СИСТЕМН', 'СВОИ ИНСТРУКЦИИ'],
    pattern:
      /(?:покажи|выведи|раскрой|напечатай|повтори|процитируй)(?:те)?[^.\n]{0,40}(?:системн\S{0,4} (?:промпт|сообщен|инструкц)|свои инструкции|начальн\S{0,4} промпт)/i,
  },
  {
    what: 'new_role',
    weight: 0.6,
    words: ['YOU ARE NOW', 'FROM NOW ON', 'ACT AS', 'PRETEND'],
    pattern:
      /\b(?:you are now|from now on,? you (?:are|will|must)|act as|pretend (?:to be|you are))\b[^.\n]{0,40}\b(?:DAN|jailbr\w+|unrestricted|unfiltered|no (?:rules|restrictions|limits)|without (?:any )?(?:rules|restrictions|limits|filters)|developer mode|root)\b/i,
  },
  {
    what: 'new_role',
    weight: 0.6,
    words: ['ТЕПЕРЬ ТЫ', 'ОТНЫНЕ ТЫ', 'ПРЕДСТАВЬ', 'ВЕДИ СЕБЯ'],
    pattern:
      /(?:теперь ты|отныне ты|представь,? что ты|веди себя как)[^.\n]{0,40}(?:без (?:ограничений|правил|фильтров|цензуры)|режим\S{0,2} разработчика|DAN)/i,
  },
  {
    what: 'forged_turn',
    weight: 0.7,
    words: ['<|', 'INST', 'SYS', 'ASSISTANT'],
    pattern:
      /(?:<\|(?:im_start|im_end|system|endoftext|start_header_id)\|>|\[\/?INST\]|<<\/?SYS>>|^#{2,3} ?(?:system|instruction)s?:?\s*$|^(?:system|assistant) ?(?:message|prompt)? ?:\s)/im,
  },
  {
    what: 'exfiltration',
    weight: 0.7,
    words: ['://', 'TO THE '],
    pattern:
      /(?:\b(?:send|post|upload|forward|exfiltrate|append|include)\b[^.\n]{0,60}\b(?:conversation|chat history|api keys?|passwords?|credentials|secrets?|tokens?|context)\b[^.\n]{0,40}\b(?:https?:\/\/|to the (?:url|address|e-?mail|server))|!\[[^\]\n]{0,60}\]\(https?:\/\/[^)\s]{1,200}[?&][^)\s]{0,80}(?:data|q|c|text|secret)=)/i,
  },
  {
    what: 'hidden_from_person',
    weight: 0.6,
    words: ['DO NOT', "DON'T", 'NEVER', 'WITHOUT'],
    pattern:
      /\b(?:do not|don't|never|without)\b[^.\n]{0,20}\b(?:tell(?:ing)?|inform(?:ing)?|mention(?:ing)?(?: this)? to|notify(?:ing)?|alert(?:ing)?)\b[^.\n]{0,15}\b(?:the )?(?:user|human|person|owner)\b/i,
  },
  {
    what: 'hidden_from_person',
    weight: 0.6,
    words: ['НЕ ГОВОРИ', 'НЕ СООБЩАЙ', 'НЕ РАССКАЗЫВАЙ', 'НЕ УПОМИНАЙ'],
    pattern: /не (?:говори|сообщай|рассказывай|упоминай)(?:те)?[^.\n]{0,30}(?:пользовател|человеку|владельцу)/i,
  },
  { what: 'invisible_text', weight: 0.7, pattern: /[\u{E0020}-\u{E007F}]{4}|[\u200B-\u200F\u2060-\u2064]{6}/u },
];
