#!/usr/bin/env bash
# setDefaultOpenAIClient of @openai/agents has no effect any more once a run was made.
#
# Expected: after the call the client given is the default one, for the next run too. The function takes a client,
# returns nothing, and neither its type nor its documentation says that it counts only once or only before the
# first run.
#
# What happens: the whole process has one default model provider, which takes the default client at its first
# request and holds on to it. A second call is accepted without a word, and the next run goes to the first server;
# so does that of a new Runner. Only a new provider takes the new client.
#
# A server author: in tests that start a server for each case, give each a Runner with its own OpenAIProvider (or
# a process of its own); else all cases after the first reach the wrong server, or one that is closed.
set -euo pipefail

expected='first run: one; second run: two; new Runner: two; new provider: two'
recorded='first run: one; second run: one; new Runner: one; new provider: two'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @openai/agents@0.20.0 \
  openai@7.59.0 \
  zod@4.6.7 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import { Agent, OpenAIProvider, Runner, run, setDefaultOpenAIClient, setOpenAIAPI, setTracingDisabled } from '@openai/agents';
import OpenAI from 'openai';

const serve = (content) => new Promise((ready) => {
  const completion = JSON.stringify({
    id: 'chat_a', object: 'chat.completion', created: 1, model: 'any',
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' }],
    usage: { prompt_tokens: 11, completion_tokens: 1, total_tokens: 12 },
  });
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(completion));
  });
  server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
});

setTracingDisabled(true);
setOpenAIAPI('chat_completions');
const agent = new Agent({ name: 'helper', instructions: 'Be brief.', model: 'any' });
const use = (baseURL) => setDefaultOpenAIClient(new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0 }));

use(await serve('one'));
const first = (await run(agent, 'Who are you?')).finalOutput;
use(await serve('two'));
const second = (await run(agent, 'Who are you?')).finalOutput;
const third = (await new Runner().run(agent, 'Who are you?')).finalOutput;
const fourth = (await new Runner({ modelProvider: new OpenAIProvider() }).run(agent, 'Who are you?')).finalOutput;
console.log(`first run: ${first}; second run: ${second}; new Runner: ${third}; new provider: ${fourth}`);
process.exit(0);
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in @openai/agents openai zod; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least; openai itself asks for 22)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
