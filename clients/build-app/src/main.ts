import { Artel, ArtelError, signIn } from '../../typescript/src/index.ts';
import { HelpAsked, Misused, orderIn } from './arguments.ts';
import { agreeing, fromTerminal } from './asking.ts';
import { begin, follow } from './build.ts';
import { resultOf } from './result.ts';

// `npm run build-app -- "…"`: has the builder team make something, tells how it goes, and shows it.

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<boolean> {
  const order = orderIn(process.argv.slice(2), process.env);
  const { url, email, password } = order;
  const artel = new Artel({ url, token: await signIn({ url, email, password }) });
  const answers = order.yes ? agreeing : fromTerminal(process.stdin, process.stdout);
  try {
    const begun = performance.now();
    const place = await begin(artel, order);
    print(`${order.wish}\n  build ${place.build} in project ${place.project}\n`);
    await follow(artel, place, { print, answers });
    const { succeeded, lines } = await resultOf(
      artel,
      { ...place, who: order.who },
      (performance.now() - begun) / 1_000,
    );
    for (const line of lines) print(line);
    return succeeded;
  } finally {
    answers.close();
  }
}

/** What went wrong, in a sentence for whoever sits at the terminal. */
function sentenceOf(error: unknown): string {
  if (error instanceof Misused) return error.message;
  if (error instanceof ArtelError) {
    return [error.message, ...error.fields.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return 'Artel does not answer. Start it with "npm start" in another terminal, or say --url.';
  }
  return String(error instanceof Error ? error.stack : error);
}

function fail(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 2;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (error instanceof HelpAsked) print(error.message);
  else fail(error);
}
