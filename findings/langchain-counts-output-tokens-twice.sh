#!/usr/bin/env bash
# LangChain adds the output tokens of the start and of the end of a streamed Claude message.
#
# Expected: a message stream of the Messages API tells usage twice. message_start has the count so far,
# message_delta the count at the end. The API says of the latter that it is cumulative: it already includes what
# was told before. So with 2 at the start and 9 at the end the message has 9 output tokens, and the same message
# asked for in one piece has 9.
#
# What happens: usage_metadata.output_tokens of the gathered chunks is 11, the sum. There is no error. Bills and
# limits reckoned from it are too high by what message_start says, for every streamed call.
#
# A server author: say the smallest true number in message_start (0 if nothing is written yet), and do not repeat
# the whole count there. Only message_delta need be exact.
set -euo pipefail

expected='streamed 9, in one piece 9'
recorded='streamed 11, in one piece 9'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @langchain/anthropic@1.5.11 \
  @langchain/core@1.4.0 \
  @anthropic-ai/sdk@0.122.0 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import { ChatAnthropic } from '@langchain/anthropic';

const message = { id: 'msg_a', type: 'message', role: 'assistant', model: 'any', stop_sequence: null };
const content = [{ type: 'text', text: 'Four.' }];
const inOnePiece = JSON.stringify({ ...message, content, stop_reason: 'end_turn', usage: { input_tokens: 11, output_tokens: 9 } });
const streamed = [
  { type: 'message_start', message: { ...message, content: [], stop_reason: null, usage: { input_tokens: 11, output_tokens: 2 } } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Four.' } },
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 9 } },
  { type: 'message_stop' },
].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (part) => { body += part; }).on('end', () => {
    const stream = JSON.parse(body).stream === true;
    response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
    response.end(stream ? streamed : inOnePiece);
  });
});
server.listen(0, '127.0.0.1', async () => {
  const model = new ChatAnthropic({ model: 'any', apiKey: 'none', maxRetries: 0, anthropicApiUrl: `http://127.0.0.1:${server.address().port}` });
  let gathered;
  for await (const chunk of await model.stream('2 + 2?')) gathered = gathered ? gathered.concat(chunk) : chunk;
  const whole = await model.invoke('2 + 2?', { stream: false });
  console.log(`streamed ${gathered.usage_metadata.output_tokens}, in one piece ${whole.usage_metadata.output_tokens}`);
  process.exit(0);
});
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in @langchain/anthropic @langchain/core @anthropic-ai/sdk; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
