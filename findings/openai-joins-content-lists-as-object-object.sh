#!/usr/bin/env bash
# The openai client turns content that is streamed as a list of parts into the words "[object Object]".
#
# Valid in this sense: OpenAI's own schema has a text (or null) in a delta's content, but the chat API of Mistral,
# which the client is often pointed at, has there a text or a list of typed parts, and sends lists when a model
# thinks.
#
# Expected: the text of the parts, or the parts themselves, or an error. Not words that nobody wrote.
#
# What happens: .stream() joins the content of all deltas as texts, so the message reads "[object Object] is
# four.", without an error. create({stream: true}) hands the list on untouched, so a test of that way shows
# nothing.
#
# A server author who passes such a stream on: send text parts as a plain text in content, thoughts in a field of
# their own.
set -euo pipefail

expected='.stream() has the text "Two and two is four." or an error; create() has the parts'
recorded='.stream() has the text "[object Object] is four."; create() has [{"type":"text","text":"Two and two"}] and " is four."'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact openai@7.59.0 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import OpenAI from 'openai';

const serve = (answer) => new Promise((ready) => {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer));
  });
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
});
const chunk = (delta, finish_reason = null) =>
  ({ id: 'chat_a', object: 'chat.completion.chunk', created: 1, model: 'any', choices: [{ index: 0, delta, finish_reason }] });
const stream = (...chunks) => `${chunks.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`;
const ask = { model: 'any', messages: [{ role: 'user', content: 'x' }] };

const baseURL = await serve(stream(
  chunk({ role: 'assistant', content: [{ type: 'text', text: 'Two and two' }] }),
  chunk({ content: ' is four.' }),
  chunk({}, 'stop'),
));
const client = new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 });

const gathered = await client.chat.completions.stream(ask).finalChatCompletion()
  .then((completion) => `the text ${JSON.stringify(completion.choices[0].message.content)}`, (error) => `the error ${error.message}`);
const raw = [];
for await (const event of await client.chat.completions.create({ ...ask, stream: true })) {
  const { content } = event.choices[0].delta;
  if (content !== undefined) raw.push(JSON.stringify(content));
}
console.log(`.stream() has ${gathered}; create() has ${raw.join(' and ')}`);
process.exit(0);
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in openai; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least; the package itself asks for 22)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
