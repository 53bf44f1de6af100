import { bitcoin, card, ethereum, iban, inn, snils } from './numbers.ts';
import type { Random } from './random.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';

const ENGLISH_GIVEN =
  'James Mary Robert Patricia Jennifer Michael Linda David Elizabeth William Susan Richard Jessica Thomas Sarah Christopher Karen Daniel Nancy Matthew Lisa Anthony Betty Donald Sandra Steven Ashley Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Priya Mohammed Fatima Wei Hiroshi Olga Ahmed Ingrid Pierre Giulia'.split(
    ' ',
  );
const ENGLISH_FAMILY =
  "Smith Johnson Okafor Patel Garcia Nakamura O'Brien McDonald Fitzgerald Whitfield Abernathy Thornbury Castellanos Lindqvist Kowalczyk Haverford Blackwood Ramirez Dubois Schneider Vandermeer Ashworth Pemberton Holloway Chaudhary Ferreira Sorensen Mbeki Quigley Tremblay".split(
    ' ',
  );
const RUSSIAN_MEN =
  'Иван Алексей Дмитрий Сергей Андрей Михаил Николай Павел Артём Егор Тимофей Владимир Константин Григорий'.split(' ');
const RUSSIAN_WOMEN =
  'Анна Мария Елена Ольга Татьяна Наталья Екатерина Ирина Светлана Дарья Полина Ксения Виктория Юлия'.split(' ');
const RUSSIAN_FAMILY =
  'Иванов Смирнов Кузнецов Соколов Воробьёв Лебедев Морозов Зайцев Павленков Голубкин Шишкин Тарасов Никифоров Бабушкин'.split(
    ' ',
  );
const MIDDLE_MEN = 'Иванович Сергеевич Петрович Алексеевич Николаевич Юрьевич'.split(' ');
const MIDDLE_WOMEN = 'Ивановна Сергеевна Петровна Алексеевна Николаевна Юрьевна'.split(' ');

const russianName = (random: Random): string => {
  const woman = random.below(2) === 0;
  const given = random.pick(woman ? RUSSIAN_WOMEN : RUSSIAN_MEN);
  const family = random.pick(RUSSIAN_FAMILY) + (woman ? 'а' : '');
  const middle = random.pick(woman ? MIDDLE_WOMEN : MIDDLE_MEN);
  return random.pick([
    `${given} ${family}`,
    `${family} ${given}`,
    `${family} ${given} ${middle}`,
    `${given} ${middle} ${family}`,
    `${given} ${middle}`,
    `${family} ${given[0]}.${middle[0]}.`,
    `${given[0]}. ${middle[0]}. ${family}`,
  ]);
};

const englishName = (random: Random): string => {
  const given = random.pick(ENGLISH_GIVEN);
  const family = random.pick(ENGLISH_FAMILY);
  return random.pick([
    `${given} ${family}`,
    `${given} ${family}`,
    `${given} ${random.text('ABCDEFGHJKLMNPRST', 1)}. ${family}`,
  ]);
};

const date = (random: Random): string => {
  const [day, month, year] = [random.between(1, 28), random.between(1, 12), random.between(1940, 2010)];
  const two = (value: number): string => String(value).padStart(2, '0');
  return random.pick([
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${two(month)}/${two(day)}/${year}`,
  ]);
};

const key = (random: Random): string =>
  random.pick([
    () => `sk-proj-${random.text(ALNUM, 48)}`,
    () => `sk-ant-api03-${random.text(ALNUM, 60)}`,
    () => `AKIA${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    () => `ghp_${random.text(ALNUM, 36)}`,
    () => `xoxb-${random.digits(12)}-${random.digits(12)}-${random.text(ALNUM, 24)}`,
    () => `AIza${random.text(ALNUM, 35)}`,
    () => `glpat-${random.text(ALNUM, 20)}`,
    () => `sk_live_${random.text(ALNUM, 24)}`,
    () => `SG.${random.text(ALNUM, 22)}.${random.text(ALNUM, 43)}`,
    () => `hf_${random.text(ALNUM, 34)}`,
  ])();

const jwt = (random: Random): string =>
  `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(`{"sub":"${random.digits(10)}","n":"${random.text(LOWER, 9)}"}`).toString('base64url')}.${random.text(ALNUM, 43)}`;

const pem = (random: Random): string => {
  const lines = Array.from({ length: random.between(3, 12) }, () => random.text(`${ALNUM}+/`, 64));
  return `-----BEGIN RSA PRIVATE KEY-----\n${lines.join('\n')}\n${random.text(ALNUM, 22)}==\n-----END RSA PRIVATE KEY-----`;
};

const streets = [
  'Oak',
  'Maple',
  'Cedar Hill',
  'Washington',
  'Baker',
  'Old Mill',
  'Fifth',
  '42nd',
  'Sunset',
  'Highfield',
  'Queen Anne',
];
const kinds = ['Street', 'Avenue', 'Road', 'Lane', 'Drive', 'Boulevard', 'St', 'Ave', 'Rd', 'Court', 'Terrace', 'Way'];
const englishAddress = (random: Random): string =>
  `${random.between(1, 9999)} ${random.pick(streets)} ${random.pick(kinds)}${random.pick(['', '', ', Apt 4B', ' Suite 210', ' NW'])}`;

const russianStreets = ['Ленина', 'Пушкина', 'Большая Садовая', 'Мира', '8 Марта', 'Академика Королёва', 'Тверская'];
const russianAddress = (random: Random): string =>
  random.pick([
    () => `ул. ${random.pick(russianStreets)}, д. ${random.between(1, 120)}, кв. ${random.between(1, 300)}`,
    () => `улица ${random.pick(russianStreets)}, дом ${random.between(1, 120)}`,
    () => `пр-т ${random.pick(russianStreets)}, ${random.between(1, 99)}к${random.between(1, 4)}`,
    () => `Невский проспект, ${random.between(1, 120)}`,
    () =>
      `пер. ${random.pick(['Садовый', 'Кривой', 'Лесной'])}, д. ${random.between(1, 40)}, стр. ${random.between(1, 5)}`,
  ])();

const phone = (random: Random): string => {
  const area = `${random.between(2, 9)}0${random.between(1, 9)}`;
  const line = `555-${String(random.between(0, 9999)).padStart(4, '0')}`;
  return random.pick([
    `+1 ${area} ${line}`,
    `(${area}) ${line}`,
    `${area}-${line}`,
    `+44 20 79${random.digits(2)} ${random.digits(4)}`,
    `+49 30 ${random.digits(8)}`,
    `+33 6 ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)}`,
  ]);
};
const russianPhone = (random: Random): string => {
  const [code, one, two, three] = [`9${random.digits(2)}`, random.digits(3), random.digits(2), random.digits(2)];
  return random.pick([
    `+7 (${code}) ${one}-${two}-${three}`,
    `8 ${code} ${one} ${two} ${three}`,
    `8-${code}-${one}-${two}-${three}`,
    `+7${code}${one}${two}${three}`,
    `8(${code})${one}${two}${three}`,
  ]);
};

const email = (random: Random): string =>
  `${random.text(LOWER, random.between(3, 8))}${random.pick(['', '.', '_', '+', '-'])}${random.text(`${LOWER}0123456789`, 4)}@${random.text(LOWER, 6)}.${random.pick(['com', 'org', 'co.uk', 'ru', 'io', 'de'])}`;

/** Full-width digits, a zero-width space inside, a mark spelled out. */
const disguised = (random: Random, value: string): string =>
  random.pick([
    () => value.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    () => `${value.slice(0, 3)}\u200B${value.slice(3)}`,
    () => value.replace(/-/g, '\u2011'),
  ])();

const ssn = (random: Random): string =>
  `${random.between(100, 665)}-${random.between(10, 99)}-${random.between(1000, 9999)}`;
const ip = (random: Random): string =>
  random.pick([
    () => [random.between(11, 223), random.between(0, 255), random.between(0, 255), random.between(1, 254)].join('.'),
    () =>
      `2001:db8:${random.text('123456789abcdef', 4)}::${random.text('123456789abcdef', 4)}:${random.text('123456789abcdef', 3)}`,
  ])();
const mac = (random: Random): string =>
  Array.from({ length: 6 }, () => random.text('0123456789abcdef', 2)).join(random.pick([':', '-']));

export const VALUES = {
  EMAIL: email,
  SPELLED_EMAIL: (random: Random): string =>
    email(random)
      .replace('@', random.pick([' (at) ', ' [at] ', '[at]']))
      .replaceAll('.', random.pick(['.', ' [dot] '])),
  PHONE: phone,
  RU_PHONE: russianPhone,
  CARD: card,
  DISGUISED_CARD: (random: Random): string => disguised(random, card(random)),
  IBAN: iban,
  SSN: ssn,
  DISGUISED_SSN: (random: Random): string => disguised(random, ssn(random)),
  PASSPORT: (random: Random): string =>
    random.pick([
      random.digits(9),
      `${random.text('CFGHJK', 1)}${random.digits(8)}`,
      `7${random.digits(1)} ${random.digits(7)}`,
    ]),
  RU_PASSPORT: (random: Random): string =>
    random.pick([
      `45${random.digits(2)} ${random.digits(6)}`,
      `45 ${random.digits(2)} ${random.digits(6)}`,
      `45 ${random.digits(2)} № ${random.digits(6)}`,
    ]),
  RU_INN: inn,
  RU_SNILS: snils,
  IP: ip,
  MAC: mac,
  URL_CREDENTIALS: (random: Random): string =>
    `${random.pick(['postgres', 'https', 'redis', 'mongodb+srv'])}://${random.text(LOWER, 5)}:${random.text(ALNUM, 10)}@${random.text(LOWER, 6)}.example.com/${random.text(LOWER, 4)}`,
  BIRTH_DATE: date,
  NAME: englishName,
  RU_NAME: russianName,
  ADDRESS: englishAddress,
  RU_ADDRESS: russianAddress,
  KEY: key,
  JWT: jwt,
  PEM: pem,
  CRYPTO: (random: Random): string => random.pick([bitcoin, ethereum])(random),
} as const;

export type ValueKind = keyof typeof VALUES;
