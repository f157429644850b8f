"""One connection to the service, kept open; refusals are waited out as Retry-After says."""
import http.client
import json
import time
import urllib.parse


class Client:
    def __init__(self, url):
        self.address = urllib.parse.urlparse(url).netloc
        self.connection = None
        self.refusals = 0

    def post(self, path, body):
        payload = json.dumps(body).encode()
        while True:
            status, headers, answer = self._send(path, payload)
            if status == 200:
                return json.loads(answer)
            if status != 429:
                raise RuntimeError(f"{path} answered {status}: {answer[:300]!r}")
            self.refusals += 1
            time.sleep(float(headers["Retry-After"]))

    def get(self, path):
        connection = http.client.HTTPConnection(self.address, timeout=60)
        connection.request("GET", path)
        return connection.getresponse().read().decode()

    def _send(self, path, payload):
        for attempt in (0, 1):
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.address, timeout=300)
            try:
                self.connection.request(
                    "POST", path, payload, {"Content-Type": "application/json"}
                )
                response = self.connection.getresponse()
                return response.status, response.headers, response.read()
            except (http.client.RemoteDisconnected, ConnectionError):
                # A kept connection may have been closed in between; a fresh one must hold.
                self.connection = None
                if attempt:
                    raise
