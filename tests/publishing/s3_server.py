"""A store that speaks as much of S3 as publishing needs: PUT, GET and DELETE of objects, by addresses whose signature
(AWS Signature Version 4 in the query) it reckons itself. Objects are files of a folder.

s3_server.py FOLDER [CUT [PORT]]: after CUT bytes of objects were received, it breaks the connection off, and refuses all others.
"""

import hashlib
import hmac
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit

ROOT = os.path.realpath(sys.argv[1])
KEYS = {"office-key": "office-secret"}
LOCK = threading.Lock()
left = (int(sys.argv[2]) if len(sys.argv) > 2 else 0) or None
port = int(sys.argv[3]) if len(sys.argv) > 3 else 0


def digest(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signature(method, path, query, host):
    """The signature that a request has to have (docs.aws.amazon.com, "Authenticating Requests: Using Query Parameters")."""
    said = dict(query)
    key, day, region, service, end = said["X-Amz-Credential"].split("/")
    assert said["X-Amz-SignedHeaders"] == "host" and service == "s3" and end == "aws4_request"
    pairs = sorted((quote(k, safe=""), quote(v, safe="")) for k, v in query if k != "X-Amz-Signature")
    canonical = "&".join(f"{k}={v}" for k, v in pairs)
    path = quote(unquote(path), safe="/")
    request = "\n".join([method, path, canonical, f"host:{host}\n", "host", "UNSIGNED-PAYLOAD"])
    scope = f"{day}/{region}/s3/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", said["X-Amz-Date"], scope, hashlib.sha256(request.encode()).hexdigest()])
    secret = digest(("AWS4" + KEYS[key]).encode(), day)
    for part in (region, "s3", "aws4_request"):
        secret = digest(secret, part)
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


class Store(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def place(self):
        """Where the object is; none where the signature is not the right one."""
        if left is not None and left <= 0:
            self.close_connection = True
            return None
        parts = urlsplit(self.path)
        query = parse_qsl(parts.query, keep_blank_values=True)
        try:
            right = signature(self.command, parts.path, query, self.headers["Host"])
        except (KeyError, ValueError, AssertionError):
            right = ""
        if not hmac.compare_digest(right, dict(query).get("X-Amz-Signature", "-")):
            self.answer(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
            return None
        full = os.path.realpath(os.path.join(ROOT, unquote(parts.path).lstrip("/")))
        assert full.startswith(ROOT + os.sep)
        return full

    def do_GET(self):
        full = self.place()
        if full is None:
            return
        if not os.path.isfile(full):
            self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
            return
        with open(full, "rb") as file:
            self.answer(200, file.read())

    def do_PUT(self):
        global left
        full = self.place()
        if full is None:
            return
        size = int(self.headers["Content-Length"])
        if left is not None:
            with LOCK:
                left -= size
                if left <= 0:
                    self.rfile.read(size // 2)
                    self.connection.close()
                    self.close_connection = True
                    return
        body = self.rfile.read(size)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full + ".part", "wb") as file:
            file.write(body)
        os.replace(full + ".part", full)
        with LOCK, open(os.path.join(ROOT, "types.txt"), "a", encoding="utf-8") as types:
            types.write(f"{unquote(urlsplit(self.path).path)}\t{self.headers['Content-Type']}\n")
        self.answer(200)

    def do_DELETE(self):
        full = self.place()
        if full is None:
            return
        if os.path.isfile(full):
            os.remove(full)
        self.answer(204)


server = ThreadingHTTPServer(("127.0.0.1", port), Store)
print(server.server_address[1], flush=True)
# It ends with whoever started it.
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
