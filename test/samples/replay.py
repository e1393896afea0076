# Calls a sandbox with Python's standard library and a signature of its own: every call of every flow that the client made, in the
# same order. The answers must be the same, digit for digit. Prints one line of JSON per flow.
#
#   python3 replay.py FLOWS.json
import decimal
import hashlib
import http.client
import json
import secrets
import sys
import urllib.parse


def read(text):
    """Python's integers have no limit, so no digit is lost. Floats are kept as they are written."""
    return json.loads(text, parse_float=decimal.Decimal)


def signed(credentials, timestamp):
    """The headers of a call. The timestamp is in seconds."""
    nonce = secrets.token_hex(16)
    text = credentials["accessKey"] + timestamp + nonce + credentials["accessSecret"]
    return {
        "access-key": credentials["accessKey"],
        "timestamp": timestamp,
        "nonce-str": nonce,
        "user-id": credentials["userId"],
        "signature": hashlib.md5(text.encode()).hexdigest().upper(),
    }


def long_integers(value):
    """How many integers a JavaScript number could not hold."""
    if isinstance(value, dict):
        return sum(long_integers(one) for one in value.values())
    if isinstance(value, list):
        return sum(long_integers(one) for one in value)
    return int(isinstance(value, int) and abs(value) > 2**53)


class Sandbox:
    def __init__(self, url, credentials, timestamp):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=30)
        self.credentials = credentials
        self.timestamp = timestamp

    def call(self, method, target, body):
        """Sends a call; `body` is JSON text, or empty."""
        headers = {} if target.startswith("/sandbox") else signed(self.credentials, self.timestamp)
        if body != "":
            headers["content-type"] = "application/json"
        # Written anew, as this program would write it: with other spaces, and escapes for every character that is not ASCII.
        data = json.dumps(json.loads(body)).encode() if body != "" else None
        self.connection.request(method, target, data, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if answer.getheader("x-sandbox") != "pandapon":
            raise Exception(f"{method} {target}: the answer is not of the sandbox: {text[:200]}")
        return answer.status, text


def replay(sandbox, calls):
    """Returns how many integers beyond 2^53 were sent and received."""
    sandbox.call("POST", "/sandbox/reset", "{}")
    found = 0
    for call in calls:
        status, text = sandbox.call(call["method"], call["target"], call["body"])
        if status != call["status"] or read(text) != read(call["answer"]):
            raise Exception(
                f"{call['method']} {call['target']} {call['body']}\n"
                f"is answered with {status} {text}\n"
                f"and the client got {call['status']} {call['answer']}"
            )
        found += long_integers(read(text)) + long_integers(read(call["body"] or "null"))
    return found


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    sandbox = Sandbox(given["url"], given["credentials"], given["timestamp"])
    for name, calls in given["flows"]:
        result = {"name": name, "calls": len(calls)}
        try:
            result["longIntegers"] = replay(sandbox, calls)
        except Exception as error:
            result["reason"] = str(error)
        print(json.dumps(result))


main()
