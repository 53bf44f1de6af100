#!/usr/bin/env bash
# The AI SDK loses text that comes with the start of its block in a stream of the Messages API.
#
# Expected: the event content_block_start has a whole content block, and a text block has a text; nothing in the
# schema says that it must be empty. So what stands there is the beginning of the text and the deltas add to it.
# Anthropic's own client reads it so.
#
# What happens: the AI SDK takes from the event that a text begins, and reads words from deltas alone. The
# beginning is missing from text, without an error; if all the text came with the start, the answer is empty.
#
# A server author: leave the text of content_block_start empty and send every word as a text_delta.
set -euo pipefail

expected='both read "Two and two is four."'
recorded='AI SDK "is four.", @anthropic-ai/sdk "Two and two is four."'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ai@7.0.173 \
  @ai-sdk/anthropic@4.0.105 \
  @anthropic-ai/sdk@1.14.0 \
  zod@4.6.7 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import { createAnthropic } from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import { streamText } from 'ai';

const serve = (answer) => new Promise((ready) => {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer));
  });
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
});
const message = { id: 'msg_a', type: 'message', role: 'assistant', model: 'any', content: [], stop_reason: null, stop_sequence: null };
const url = await serve([
  { type: 'message_start', message: { ...message, usage: { input_tokens: 11, output_tokens: 0 } } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Two and two ' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'is four.' } },
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 9 } },
  { type: 'message_stop' },
].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));

const model = createAnthropic({ baseURL: url, apiKey: 'none' })('any');
const answer = streamText({ model, prompt: '2 + 2?', maxOutputTokens: 9, maxRetries: 0, onError: () => {} });
const aiSdk = await answer.text.then(JSON.stringify, (error) => `the error ${error.message}`);

const client = new Anthropic({ baseURL: url, apiKey: 'none', maxRetries: 0 });
const ask = { model: 'any', max_tokens: 9, messages: [{ role: 'user', content: '2 + 2?' }] };
const own = await client.messages.stream(ask).finalText().then(JSON.stringify, (error) => `the error ${error.message}`);

console.log(`AI SDK ${aiSdk}, @anthropic-ai/sdk ${own}`);
process.exit(0);
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in ai @ai-sdk/anthropic @anthropic-ai/sdk zod; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least; ai itself asks for 22)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
