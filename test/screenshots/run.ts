import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { LocalCloud } from '../../infra/local/boot/cloud.ts';
import { administratorIn } from '../support/administrator.ts';
import { register } from '../support/artel.ts';
import { ARGUMENTS, EXECUTABLE } from '../support/browser.ts';
import { fillAccount } from '../support/filled-account.ts';
import { operatorOf } from '../support/operator.ts';
import { synthesizedOnce } from '../support/synthesized.ts';
import { unhurried } from '../support/unhurried.ts';
import { picturesOf, type View } from './pictures.ts';

// `npm run screenshots`, or `npm run screenshots -- chat cost` for some screens.

const FOLDER = resolve(import.meta.dirname, '../../.build/screenshots');

const VIEWS: View[] = [
  { name: 'desk-light', width: 1280, height: 800, theme: 'light', language: 'en' },
  { name: 'desk-dark', width: 1280, height: 800, theme: 'dark', language: 'ru' },
  { name: 'phone-light', width: 360, height: 740, theme: 'light', language: 'ru' },
  { name: 'phone-dark', width: 360, height: 740, theme: 'dark', language: 'en' },
];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

process.env.ARTEL_REGISTRATION ??= 'open';
const cloud = await LocalCloud.boot({ app: synthesizedOnce(), environment: unhurried() });
const operator = operatorOf(cloud);
const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
try {
  const person = await administratorIn({ register: (name: string) => register(cloud.url, name) }, operator, 'ada');
  await fillAccount(person);
  for (const view of VIEWS) {
    const folder = join(FOLDER, view.name);
    await mkdir(folder, { recursive: true });
    const taken = await picturesOf(browser, { view, person, folder, only: process.argv.slice(2) });
    say(`${folder}: ${taken.length} pictures`);
  }
} finally {
  await browser.close();
  operator.stop();
  await cloud.stop();
}
