#!/usr/bin/env bash
# LangChain loses the tool calls of a chat completion stream in which no delta names the role.
#
# Expected: in the schema of a streamed chat completion the delta's role is optional, and the only role that a
# model answers with is assistant. So a stream with a whole tool call and no role has that call, just as the same
# stream with the role has it.
#
# What happens: the first delta decides which class the gathered message gets. Without a role it is a
# ChatMessageChunk, which has no tool_calls at all: the call is gone without an error, and an agent takes the
# empty text for the final answer.
#
# A server author: always send role "assistant" in the first delta, whatever the model server behind does.
set -euo pipefail

expected='with role: 1 call in AIMessageChunk; without role: 1 call in AIMessageChunk'
recorded='with role: 1 call in AIMessageChunk; without role: 0 calls in ChatMessageChunk'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @langchain/openai@1.6.0 \
  @langchain/core@1.4.0 \
  openai@7.59.0 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import { ChatOpenAI } from '@langchain/openai';

const serve = (answer) => new Promise((ready) => {
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer));
  });
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
});
const chunk = (delta, finish_reason = null) =>
  ({ id: 'chat_a', object: 'chat.completion.chunk', created: 1, model: 'any', choices: [{ index: 0, delta, finish_reason }] });
const call = { index: 0, id: 'call_a', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } };

const gather = async (first) => {
  const events = [chunk(first), chunk({}, 'tool_calls')].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  const baseURL = await serve(`${events.join('')}data: [DONE]\n\n`);
  const model = new ChatOpenAI({ model: 'any', apiKey: 'none', maxRetries: 0, configuration: { baseURL } });
  let gathered;
  for await (const part of await model.stream('Weather in Rome?')) gathered = gathered ? gathered.concat(part) : part;
  const calls = gathered.tool_calls?.length ?? 0;
  return `${calls} ${calls === 1 ? 'call' : 'calls'} in ${gathered.constructor.name}`;
};
const withRole = await gather({ role: 'assistant', tool_calls: [call] });
const withoutRole = await gather({ tool_calls: [call] });
console.log(`with role: ${withRole}; without role: ${withoutRole}`);
process.exit(0);
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in @langchain/openai @langchain/core openai; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least; the package itself asks for 22)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
