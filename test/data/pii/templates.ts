import { notCard } from './numbers.ts';
import type { Random } from './random.ts';
import type { ValueKind } from './values.ts';

/** Sentences with `{KIND}` where a value of `values.ts` goes. */
export const TEMPLATES: Record<ValueKind, readonly string[]> = {
  EMAIL: [
    'Please write to {EMAIL} before Friday.',
    'Cc: {EMAIL}, {EMAIL}',
    '<{EMAIL}>',
    'user={EMAIL}&next=1',
    'почта {EMAIL} для связи',
    '{"email":"{EMAIL}"}',
    'mailto:{EMAIL}',
  ],
  SPELLED_EMAIL: ['my address is {SPELLED_EMAIL}, write any time', 'email {SPELLED_EMAIL} for details'],
  PHONE: [
    'Call me at {PHONE} tomorrow.',
    'Phone: {PHONE}',
    'my mobile is {PHONE}, office {PHONE}',
    '{"phone":"{PHONE}"}',
    'The fax number, {PHONE}, changed.',
  ],
  RU_PHONE: [
    'Мой номер {RU_PHONE}, звоните.',
    'тел. {RU_PHONE}',
    'WhatsApp {RU_PHONE}',
    'позвони на {RU_PHONE} вечером',
    'Контакты: {RU_PHONE}; {RU_PHONE}',
  ],
  CARD: [
    'My card is {CARD} exp 12/27',
    'Charge {CARD} please',
    'card={CARD};cvv=***',
    'Номер карты {CARD}',
    'paid with {CARD} and left',
  ],
  DISGUISED_CARD: ['card {DISGUISED_CARD} please', 'карта {DISGUISED_CARD}, срок 05/29'],
  IBAN: ['Transfer to {IBAN} today', 'IBAN: {IBAN}', 'pay {IBAN} asap', 'Compte {IBAN} à Paris', 'Счёт {IBAN} открыт'],
  SSN: ['SSN {SSN} on file', 'social security number: {SSN}', 'her number is {SSN}.', '{"ssn":"{SSN}"}'],
  DISGUISED_SSN: ['my ssn is {DISGUISED_SSN} thanks'],
  PASSPORT: [
    'Passport No. {PASSPORT} expires soon',
    'passport number: {PASSPORT}',
    'загранпаспорт {PASSPORT}',
    'His passport is {PASSPORT}.',
  ],
  RU_PASSPORT: [
    'Паспорт {RU_PASSPORT} выдан ОВД',
    'серия и номер паспорта: {RU_PASSPORT}',
    'паспорт гражданина РФ {RU_PASSPORT}',
    'предъявил паспорт {RU_PASSPORT}, копия снята',
  ],
  RU_INN: [
    'ИНН {RU_INN}',
    'ИНН организации: {RU_INN}',
    'мой инн {RU_INN}, проверьте',
    'Налогоплательщик, ИНН {RU_INN}, уведомлён',
  ],
  RU_SNILS: ['СНИЛС {RU_SNILS}', 'снилс: {RU_SNILS} есть', 'Страховой номер {RU_SNILS} в базе'],
  IP: [
    'Client IP {IP} blocked',
    'from {IP} port 443',
    'ssh root@{IP}',
    'connect to {IP}, then {IP}.',
    'адрес сервера {IP} недоступен',
  ],
  MAC: ['device {MAC} joined', 'MAC address: {MAC}', 'arp {MAC} on eth0', 'Устройство {MAC} отключено'],
  URL_CREDENTIALS: [
    'DATABASE_URL={URL_CREDENTIALS}',
    'connect with {URL_CREDENTIALS} now',
    'строка подключения: {URL_CREDENTIALS}',
  ],
  BIRTH_DATE: [
    'Date of birth: {BIRTH_DATE}',
    'She was born on {BIRTH_DATE} in Ohio.',
    'DOB {BIRTH_DATE}',
    'Дата рождения: {BIRTH_DATE}',
    'родился {BIRTH_DATE} в Казани',
    '{BIRTH_DATE} г.р.',
  ],
  NAME: [
    'My name is {NAME} and I live nearby.',
    'Dear {NAME}, your order shipped.',
    'Patient {NAME} was admitted.',
    'Regards,\n{NAME}',
    'We spoke with {NAME} about the plan.',
    '{NAME} signed the contract yesterday.',
    'Invoice for {NAME}, due tomorrow',
    'The report by {NAME} was late.',
    '{"name":"{NAME}"}',
    'Mr. {NAME} will attend',
  ],
  RU_NAME: [
    'Меня зовут {RU_NAME}, я из Казани.',
    'Регистрация: {RU_NAME}',
    'ФИО: {RU_NAME}',
    'Договор подписал {RU_NAME} вчера.',
    'С уважением,\n{RU_NAME}',
    'Пациент {RU_NAME} принят.',
    'Уважаемый {RU_NAME}!',
    'Встреча назначена, участвует {RU_NAME}.',
  ],
  ADDRESS: [
    'I live at {ADDRESS} in the city',
    'Ship to {ADDRESS}, Springfield',
    'Deliver to {ADDRESS}',
    'The office at {ADDRESS} is closed.',
    'Address: {ADDRESS}',
  ],
  RU_ADDRESS: [
    'Адрес: {RU_ADDRESS}, Москва',
    'живу по адресу {RU_ADDRESS}',
    'Доставка на {RU_ADDRESS} завтра',
    'Офис находится: {RU_ADDRESS}.',
  ],
  KEY: [
    'OPENAI_API_KEY={KEY}',
    'use key {KEY} for the demo',
    'token: {KEY}',
    'ключ {KEY} отозван',
    '{"token":"{KEY}"}',
    'curl -H "Authorization: Bearer {KEY}" host',
  ],
  JWT: ['Authorization: Bearer {JWT}', 'cookie session={JWT}; Path=/', 'токен {JWT} истёк'],
  PEM: ['Here is the key:\n{PEM}\nKeep it safe.', '{PEM}'],
  CRYPTO: ['Send to {CRYPTO} please', 'wallet: {CRYPTO}', 'кошелёк {CRYPTO}, спасибо'],
};

const hex = '0123456789abcdef';
const two = (value: number): string => String(value).padStart(2, '0');

/** Sentences without personal data whose parts look like some. */
export const NEGATIVES: ReadonlyArray<(random: Random) => string> = [
  (random) => `Order number ${notCard(random)} was shipped.`,
  (random) =>
    `The meeting is at ${two(random.between(8, 19))}:${two(random.below(60))} on 2024-${two(random.between(1, 12))}-${two(random.between(1, 28))} in room ${random.between(100, 900)}.`,
  (random) =>
    `Version ${random.between(1, 9)}.${random.between(0, 30)}.${random.between(0, 30)}.${random.between(0, 9999)} was released.`,
  (random) => `The commit is ${random.text(hex, 40)}.`,
  (random) => `UUID ${[8, 4, 4, 4, 12].map((size) => random.text(hex, size)).join('-')} not found.`,
  (random) =>
    `Price went from ${random.between(1, 9)} ${random.digits(3)} ${random.digits(3)},89 to ${random.between(1, 9)} ${random.digits(3)} ${random.digits(3)},90 rub.`,
  (random) => `ISO timestamp 17${random.digits(11)} in milliseconds and 17${random.digits(8)} in seconds.`,
  (random) => `ISBN 978-3-16-${random.digits(6)}-${random.digits(1)} is out of print.`,
  (random) => `sha256:${random.text(hex, 64)} pulled in ${random.between(1, 90)}.${random.digits(2)} s`,
  (random) =>
    `В 20${two(random.between(10, 25))} году население составило ${random.between(100, 999)} ${random.digits(3)} ${random.digits(3)} человек.`,
  (random) =>
    `Invoice ${random.digits(10)} of 12.0${random.between(1, 9)}.2024 is due in ${random.between(10, 60)} days.`,
  (random) =>
    `nginx/1.${random.between(10, 30)}.${random.between(0, 9)} served ${random.digits(7)} requests in ${random.between(1, 59)} min.`,
  () => 'Use @decorator and user@ in code; see foo@bar without domain.',
  () => 'Apple announced record revenue in Paris, London and Berlin.',
  () => 'The quick brown fox jumps over the lazy dog.',
  () => 'const total = items.reduce((sum, item) => sum + item.price, 0);',
  () => 'Monday was quiet; Tuesday brought the New York office and the Board.',
  () => 'Сегодня в Москве солнечно, завтра обещают дождь и ветер.',
  () => 'Красная площадь и Большой театр открыты до 22:00.',
  (random) => `Формула: 112-233-445 умножить на ${random.between(10, 99)}.`,
  (random) => `std::vector<int> v(${random.between(1, 99)}); ratio 16:9, time 10:30:${two(random.below(60))}`,
  (random) => `Заказ № ${random.digits(8)} от 0${random.between(1, 9)}.10.2024 на сумму ${random.digits(5)},00 руб.`,
];
