#!/usr/bin/env bash
# Chat with an agent over Artel's REST API: chat.sh URL E-MAIL PASSWORD [QUESTION]. Needs curl and Node to read JSON.
set -euo pipefail
url=$1 email=$2 password=$3 question=${4:-Hello! What can you do?}

# field NAME: that field of the JSON on standard input, however deep its path (a.b).
field() { node -pe 'process.argv[1].split(".").reduce((value, key) => value[key], JSON.parse(require("fs").readFileSync(0, "utf8")))' "$1"; }
# json KEY VALUE …: an object of texts.
json() { node -pe 'JSON.stringify(Object.fromEntries(process.argv.slice(1).flatMap((key, at, all) => at % 2 ? [] : [[key, all[at + 1]]])))' "$@"; }

token=$(curl -fsS "$url/auth/login" -H 'content-type: application/json' -d "$(json email "$email" password "$password")" | field access_token)
call() { # call METHOD PATH [JSON]
  curl -sS --retry 3 -X "$1" "$url$2" -H "authorization: Bearer $token" -H "idempotency-key: $RANDOM$RANDOM$RANDOM" \
    ${3:+-H 'content-type: application/json' -d "$3"}
}

call POST /my/agents "$(json name guide system_prompt 'You are a helpful assistant.')" >/dev/null # a second time it answers 409
session=$(call POST /my/chat/sessions '{}' | field id)
run=$(call POST "/my/chat/$session/message" "$(json content "$question" target_agent guide)" | field run.id)

# One event a line, from the first on. After a cut, last_event_id=N goes on after the Nth. Without -S, curl is silent about the
# connection that we leave once the run is over.
while read -r line; do
  case $line in *'"event_type":"run_completed"'*"$run"*) break ;; esac
done < <(curl -sfN "$url/my/chat/$session/events?last_event_id=0" -H "authorization: Bearer $token")
call GET "/my/chat/$session/messages" | node -pe 'JSON.parse(require("fs").readFileSync(0, "utf8")).items.at(-1).content'
