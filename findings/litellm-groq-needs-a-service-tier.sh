#!/usr/bin/env bash
# LiteLLM's provider groq/… fails on a whole answer that does not name a service tier.
#
# Expected: in the schema of a chat completion, OpenAI's and Groq's, service_tier is optional, and LiteLLM's own mapping of
# it has a value for "none given". So an answer without the field is read as the same answer with it.
#
# What happens: the field is taken from the answer without looking whether it is there. The answer, which has come and may
# have been paid for, is lost in "'ModelResponse' object has no attribute 'service_tier'". Streams are read, and so is the
# very same answer through openai/…
#
# A server author: name a service tier in whole answers ("default"), or let users of LiteLLM choose openai/… with an api_base.
set -euo pipefail

expected='openai without: Hello. groq with: Hello. groq without: Hello.'
recorded='openai without: Hello. groq with: Hello. groq without: APIConnectionError'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ python3 -m venv env && env/bin/pip install --quiet --disable-pip-version-check litellm==1.110.2; } \
  || { echo 'the package could not be installed' >&2; exit 2; }

cat > probe.py <<'PROGRAM'
import json, logging, threading
from http.server import BaseHTTPRequestHandler, HTTPServer
import litellm

logging.disable(logging.CRITICAL)
litellm.suppress_debug_info = True

def serve(more):
    answer = json.dumps({
        "id": "chat_a", "object": "chat.completion", "created": 1, "model": "any",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello."}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}, **more}).encode()
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        def log_message(self, *_):
            pass
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/v1"

def ask(model, more):
    try:
        answer = litellm.completion(model=model, messages=[{"role": "user", "content": "Hi"}], api_base=serve(more),
                                    api_key="none", num_retries=0)
        return answer.choices[0].message.content
    except Exception as error:
        return type(error).__name__

print("openai without:", ask("openai/any", {}), "groq with:", ask("groq/any", {"service_tier": "default"}),
      "groq without:", ask("groq/any", {}))
PROGRAM

echo "versions: litellm $(env/bin/pip show litellm 2> /dev/null | sed -n 's/^Version: //p'), $(env/bin/python --version)"
echo "expected: $expected"
seen=$(LITELLM_LOCAL_MODEL_COST_MAP=True env/bin/python probe.py 2> /dev/null | tail -1) \
  || { echo 'the program did not run to its end' >&2; exit 2; }
echo "seen: $seen"
echo "recorded: $recorded"
[ "$seen" = "$recorded" ]
