"""Chat with an agent over Artel's REST API: python3 chat.py URL E-MAIL PASSWORD [QUESTION]

Needs httpx (pip install httpx==0.28.1). Shows what every client has to do: renew the access token, send writes with an
Idempotency-Key, follow the events of a session over cut connections, and answer when a person is asked.
"""

import json
import random
import sys
import time
import uuid
from collections.abc import Iterator

import httpx

# Heartbeats come every 15 seconds; after three without any the connection is gone.
SILENCE_SECONDS = 45


class Artel:
    def __init__(self, url: str, email: str, password: str) -> None:
        self.http = httpx.Client(base_url=url, timeout=httpx.Timeout(35, read=SILENCE_SECONDS))
        self._signed_in(self.http.post("/auth/login", json={"email": email, "password": password}))

    def _signed_in(self, answer: httpx.Response) -> None:
        answer.raise_for_status()
        session = answer.json()
        # The refresh cookie is marked Secure, so a cookie jar would not send it to a machine without TLS.
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.token = session["access_token"]
        self.expires_at = time.monotonic() + session["expires_in"] - 30

    def _headers(self) -> dict[str, str]:
        if time.monotonic() > self.expires_at:
            self._signed_in(self.http.post("/auth/refresh", headers={"cookie": self.cookie}))
        return {"authorization": f"Bearer {self.token}"}

    def call(self, method: str, path: str, body: dict | None = None) -> dict:
        """One request, repeated where that is safe: a write whose answer was lost is carried out once."""
        key = {} if method == "GET" else {"idempotency-key": str(uuid.uuid4())}
        for attempt in range(1, 5):
            wait = random.uniform(0, 0.25 * 2**attempt)
            try:
                answer = self.http.request(method, path, json=body, headers={**self._headers(), **key})
            except httpx.TransportError:
                if attempt == 4:
                    raise
            else:
                if answer.is_success:
                    return answer.json() if answer.content else {}
                asked = answer.headers.get("retry-after")
                # 409 with a time: the request that is repeated is still being carried out.
                if answer.status_code not in (409, 429, 503) or asked is None or attempt == 4:
                    raise RuntimeError(f"{answer.status_code} {answer.text}")
                wait = float(asked)
            time.sleep(wait)
        raise AssertionError("unreachable")

    def events(self, session: str, after: int = 0) -> Iterator[dict]:
        """Each event once and in order, over as many connections as it takes."""
        while True:
            query = {"last_event_id": after}
            try:
                with self.http.stream("GET", f"/my/chat/{session}/events", params=query, headers=self._headers()) as lines:
                    lines.raise_for_status()
                    for line in lines.iter_lines():
                        event = json.loads(line)
                        if event["event_type"] == "reconnect":
                            break
                        number = event.get("event_id", 0)
                        if number > after:
                            after = number
                            yield event
            except httpx.TransportError:
                time.sleep(random.uniform(0, 1))


def main(url: str, email: str, password: str, question: str = "Hello! What can you do?") -> None:
    artel = Artel(url, email, password)
    try:
        artel.call("POST", "/my/agents", {"name": "guide", "system_prompt": "You are a helpful assistant."})
    except RuntimeError as error:
        if not str(error).startswith("409"):  # it is there from the last time
            raise
    session = artel.call("POST", "/my/chat/sessions", {})["id"]
    sent = artel.call("POST", f"/my/chat/{session}/message", {"content": question, "target_agent": "guide"})
    for event in artel.events(session):
        payload = event["payload"]
        if event["event_type"] == "message_delta":
            print(payload["text"], end="", flush=True)
        if event["event_type"] == "approval_required":
            answer = "approve" if input(f"\n{payload}\nApprove? [y/N] ").lower() == "y" else "reject"
            artel.call("POST", f"/my/approvals/{payload['approval_id']}/confirm", {"decision": answer})
        if event["event_type"] == "run_completed" and payload["run_id"] == sent["run"]["id"]:
            print(f"\n({payload['state']}, {event['event_id']} events)")
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
