"""A server for FTP on loopback, for one user. ftp_server.py FOLDER [CUT [PORT]]: after CUT bytes were received, it breaks every connection off.
With TLS where FTP_CERTIFICATE names a file with key and certificate."""

import os
import sys
import threading

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import DTPHandler, FTPHandler, TLS_DTPHandler, TLS_FTPHandler
from pyftpdlib.servers import FTPServer

left = (int(sys.argv[2]) if len(sys.argv) > 2 else 0) or None
port = int(sys.argv[3]) if len(sys.argv) > 3 else 0
certificate = os.environ.get("FTP_CERTIFICATE")


def cutting(base):
    class Cutting(base):
        def recv(self, size):
            global left
            if left is None:
                return super().recv(size)
            chunk = super().recv(min(size, max(left, 1)))
            left -= len(chunk)
            if left <= 0:
                # As a line that breaks: nothing is said any more.
                os._exit(0)
            return chunk

    return Cutting


authorizer = DummyAuthorizer()
authorizer.add_user("office", "hunter2", sys.argv[1], perm="elradfmwMT")
handler = TLS_FTPHandler if certificate else FTPHandler
handler.authorizer = authorizer
handler.dtp_handler = cutting(TLS_DTPHandler if certificate else DTPHandler)
if certificate:
    handler.certfile = certificate
    handler.tls_control_required = True
    handler.tls_data_required = True
server = FTPServer(("127.0.0.1", port), handler)
print(server.socket.getsockname()[1], flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
