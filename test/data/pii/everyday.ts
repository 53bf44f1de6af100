import { fill, type Labelled } from './generate.ts';
import { luhnDigit } from './numbers.ts';
import { Random } from './random.ts';

/** Rarer forms of values, in the words of deliveries, surgeries, clubs and schools, and texts that look like them. */
const RARE_CARDS = ['0604', '1800', '2131', '5018', '6304', '6759', '0', '1', '2', '30', '36', '4'];
const WORLD =
  'Øyvind Bråthen|Zsófia Horváth|Ngozi Okonkwo|Thandiwe Dlamini|Siobhán Gallagher|Jarosław Wiśniewski|Tuija Mäkinen|Þórunn Jónsdóttir|Lovro Kovačević|Anahit Petrosyan|Mei-Ling Chang|Gökhan Yılmaz|Ilse van der Berg|Dr. Aylin Kaya|José Antonio Ruiz Ortega|Ana M. Carvalho|T. K. Narayanan|Radu Ionescu|Eleni Papadopoulos|Kwame Boateng'.split(
    '|',
  );
const LONE = 'Okafor|Lindqvist|Tarik|Yusuf|Kowalczyk|Ingrid|Fernanda|Gallagher|Hernández|Nakamura|Zeynep|Mateusz'.split(
  '|',
);
const LOWER = 'maria|tarik|fatima|giulia|katarzyna|mohammed|ingrid|svetlana|dmitri|aisha|matteo|david'.split('|');
const TOWNS = ['Newfield', 'North Harlow', 'Lake Brenton', 'Port Ashmead', 'Whitcombe'];
const STREETS = ['Brookhollow', 'Larkmoor', 'Vestergrund', 'Hollenkamp', 'Stennaby'];
const ENDINGS = ['Street', 'Falls', 'Crossroad', 'Ridge', 'Turnpike', 'Lane', 'Cliffs', 'Estates'];

const house = (random: Random): number => random.between(210, 1899);
const state = (random: Random): string => random.pick(['NY', 'OH', 'TX', 'WA', 'MA']);

const VALUES = {
  RARE_CARD: (random: Random): string => {
    const prefix = random.pick(RARE_CARDS);
    const length = prefix === '1800' || prefix === '2131' ? 15 : random.pick([12, 13, 14, 15, 16, 19]);
    const body = `${prefix}${random.digits(length - prefix.length - 2)}${random.between(1, 9)}`;
    return body + luhnDigit(body);
  },
  NATIONAL_PHONE: (random: Random): string =>
    random.pick([
      () => `555 0${random.digits(3)}`,
      () => `6${random.digits(2)} ${random.digits(3)} ${random.digits(3)}`,
      () => `06-${random.digits(2)}-${random.digits(2)}-${random.digits(2)}-${random.digits(2)}`,
      () => `6${random.digits(2)} ${random.digits(2)} ${random.digits(3)}`,
      () => `0${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
      () => `001-555-${random.digits(3)}-${random.digits(4)}x${random.digits(2)}`,
      () => `+1-555-${random.digits(3)}-${random.digits(4)}x${random.digits(3)}`,
      () => `555.${random.digits(3)}.${random.digits(4)} ext. ${random.digits(3)}`,
      () => `(0${random.digits(2)})${random.digits(3)}-${random.digits(4)}x${random.digits(4)}`,
      () => `+31(0)20-${random.between(2, 9)}${random.digits(6)}`,
      () => `${random.between(2, 9)}${random.digits(3)} ${random.digits(4)}`,
    ])(),
  WORLD_NAME: (random: Random): string => random.pick(WORLD),
  LONE_NAME: (random: Random): string => random.pick(LONE),
  LOWER_NAME: (random: Random): string => random.pick(LOWER),
  BLOCK_ADDRESS: (random: Random): string => {
    const town = random.pick(TOWNS);
    const street = random.pick(STREETS);
    return random.pick([
      () => `${house(random)} ${street} ${random.pick(ENDINGS)}\n${town}, ${state(random)} ${random.digits(5)}`,
      () =>
        `${house(random)} ${street} ${random.pick(ENDINGS)}\nApt. ${random.between(2, 99)}\n${town}, ${state(random)} ${random.digits(5)}\nCanada`,
      () =>
        `${house(random)} ${street} ${random.pick(ENDINGS)} Suite ${random.between(100, 999)}\n ${town}\n ${state(random)} ${random.digits(5)}`,
      () => `${street} ${random.between(2, 299)}\n${random.between(21, 98)}${random.digits(3)} ${town}\nDenmark`,
      () => `${street} ${random.between(2, 299)}`,
      () => `${street} ${random.between(2, 299)}, ${random.between(21, 98)}${random.digits(3)} ${town}`,
      () => `PO Box ${random.between(100, 9999)} / ${town} ${random.between(21, 98)}${random.digits(3)}`,
      () => `Unit ${random.between(1000, 9999)} Box ${random.between(1000, 9999)}\nDPO AE ${random.digits(5)}`,
      () => `PSC ${random.between(1000, 9999)}, Box ${random.between(1000, 9999)}\nAPO AP ${random.digits(5)}`,
    ])();
  },
} as const;

const TEMPLATES = [
  'The membership fee goes on card {RARE_CARD} from now on.',
  'Pharmacy counter: patient paid by credit card, number {RARE_CARD}, receipt attached.',
  'Bitte die Kreditkarte {RARE_CARD} belasten.',
  'Merci de débiter ma carte {RARE_CARD} demain.',
  'Mi tarjeta es {RARE_CARD}, gracias.',
  'The plumber asked for my number, {NATIONAL_PHONE}, twice.',
  'Ring {NATIONAL_PHONE} if the parcel does not fit.',
  'Surgery reception, phone {NATIONAL_PHONE}.',
  'Telefon: {NATIONAL_PHONE}',
  'Mon téléphone : {NATIONAL_PHONE}',
  'Teléfono {NATIONAL_PHONE} por las tardes',
  'The rowing club elected {WORLD_NAME} as treasurer.',
  'At the school fair {WORLD_NAME} sold the most cakes.',
  'Please give the keys to {WORLD_NAME} before noon.',
  'Then {LONE_NAME} fixed the boiler.',
  'Does {LONE_NAME} still coach the juniors?',
  'can you ask {LOWER_NAME} about the boat',
  'we had lunch with {LOWER_NAME} yesterday',
  'Deliver to {BLOCK_ADDRESS}',
  'The new address is {BLOCK_ADDRESS}\nand the bell is broken.',
  'Please send it to {BLOCK_ADDRESS}',
];

const NEGATIVES: ReadonlyArray<(random: Random) => string> = [
  (random) =>
    `Upgraded to Ubuntu ${random.between(18, 24)}, Debian ${random.between(9, 12)} and Postgres ${random.between(9, 17)}.`,
  (random) =>
    `Symphony No. ${random.between(1, 9)} was followed by Opus ${random.between(10, 99)} and Suite ${random.between(1, 4)}.`,
  (random) =>
    `The census counted ${random.between(2, 9)}${random.digits(2)} ${random.digits(3)} ${random.digits(3)} households.`,
  (random) =>
    `${random.digits(3)} ${random.digits(3)} ${random.digits(3)} rows, ${random.between(2, 9)}${random.digits(3)} ${random.digits(4)} of them cold`,
  (random) => `Order 4${random.digits(11)} left the warehouse in container ${random.digits(6)}.`,
  (random) =>
    `Flight ${random.between(100, 999)} to Lisbon leaves from Gate ${random.between(1, 40)}, Terminal ${random.between(1, 4)}.`,
  (random) =>
    `2024-0${random.between(1, 9)}-1${random.between(0, 9)} 10:1${random.between(0, 9)}:30 INFO worker-${random.between(1, 9)} took ${random.digits(3)} ms`,
  (random) =>
    `Prices rose from ${random.between(1, 9)},${random.digits(3)}.50 to ${random.between(1, 9)},${random.digits(3)}.75 dollars.`,
  (random) => `Episode ${random.between(1, 20)}\nSeason ${random.between(1, 9)}\nNetherlands`,
  (random) => `const rows = await table.scan({ limit: ${random.digits(4)} }); // see RFC ${random.between(1000, 9999)}`,
  () => 'ask me about it, tell him to call back and meet with hope or faith',
  () => 'Siemens, Bosch and Philips built the turbine; Jenkins and Kafka run on it.',
  () => 'Dijkstra algorithm, Bayes theorem, Fourier transform and Turing tests',
  () => 'The song Hotel California came before Bohemian Rhapsody and Purple Rain.',
  () => 'Contents\nIntroduction\nSpain\nPortugal\nGreece',
  () => 'Chapter 12\nResults\nFrance',
  () => 'Windows 11, 2000 Server and Office 365 were installed in March 2021.',
];

/** `rounds` texts of every template and of every negative; the same for the same seed. */
export const everyday = (seed: number, rounds: number): Labelled[] => {
  const random = new Random(seed);
  return Array.from({ length: rounds }, () => [
    ...TEMPLATES.map((template) => fill(template, random, VALUES)),
    ...NEGATIVES.map((negative) => ({ group: 'negative', text: negative(random), spans: [] })),
  ]).flat();
};
