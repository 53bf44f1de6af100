#!/usr/bin/env bash
# Since 1.0 Anthropic's own client sends an API key as Authorization: Bearer, no longer as x-api-key.
#
# Expected: the header x-api-key. The API's guide to version 2026-10-21 shows it in its request without a client,
# with the new version date. In the clients before 1.0 apiKey went as x-api-key, and Authorization was for the
# other option, authToken.
#
# What happens: the same option, apiKey, now goes as Authorization: Bearer, and x-api-key is not sent. The version
# date is 2026-10-21 in place of 2023-06-01. The notes of 1.0.0 tell of the version, not of the header. A server
# that reads x-api-key alone answers 401 to everyone who upgrades.
#
# A server author: take the key from either header. Log anthropic-version; what is allowed in a request now
# depends on it (the sampling parameters are refused in the new one).
set -euo pipefail

expected='0.137.0: x-api-key "my-key", no authorization, version 2023-06-01; 1.14.0: the same but for the version'
recorded='0.137.0: x-api-key "my-key", no authorization, version 2023-06-01; 1.14.0: no x-api-key, authorization "Bearer my-key", version 2026-10-21'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact old@npm:@anthropic-ai/sdk@0.137.0 \
  new@npm:@anthropic-ai/sdk@1.14.0 \
  || { echo 'the packages could not be installed' >&2; exit 2; }

cat > probe.js <<'PROGRAM'
import http from 'node:http';
import Old from 'old';
import New from 'new';

const answer = JSON.stringify({
  id: 'msg_a',
  type: 'message',
  role: 'assistant',
  model: 'any',
  content: [{ type: 'text', text: 'Four.' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 11, output_tokens: 2 },
});
let headers;
const server = http.createServer((request, response) => {
  headers = request.headers;
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
});
server.listen(0, '127.0.0.1', async () => {
  const baseURL = `http://127.0.0.1:${server.address().port}`;
  const sent = async (Client) => {
    const client = new Client({ baseURL, apiKey: 'my-key', authToken: null, maxRetries: 0 });
    await client.messages.create({ model: 'any', max_tokens: 9, messages: [{ role: 'user', content: '2 + 2?' }] });
    const named = ['x-api-key', 'authorization'].map((name) => (headers[name] ? `${name} "${headers[name]}"` : `no ${name}`));
    return `${named.join(', ')}, version ${headers['anthropic-version']}`;
  };
  console.log(`0.137.0: ${await sent(Old)}; 1.14.0: ${await sent(New)}`);
  process.exit(0);
});
PROGRAM

version() { node -p "const p = JSON.parse(fs.readFileSync('node_modules/$1/package.json')); p.name + ' ' + p.version"; }
versions=''
for package in old new; do versions+="$(version "$package"), "; done
echo "versions: ${versions}node $(node --version) (node 20 at least)"
echo "expected: $expected"
seen=$(node probe.js) || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
