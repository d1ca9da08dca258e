"""Fifty visitors of a shared cache in two languages: reads addresses for some seconds, checks each response, and prints counts as JSON."""

import gzip
import json
import random
import re
import socket
import sys
import threading
import time

HOST, PORT, SECONDS, VISITORS = "127.0.0.1", int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
ADDRESSES = sys.argv[4:]
ENCODINGS = ["gzip", "gzip, deflate, br, zstd", "br", "identity", ""]
LANGUAGES = ["en-US,en;q=0.9", "es-MX,es;q=0.9", "fr", ""]
EXTRAS = ["", "", "utm_source=letter", "fbclid=abc"]
lock = threading.Lock()
visits, wrong = 0, []


def ask(connection, address, encoding, language):
    head = f"GET {address} HTTP/1.1\r\nHost: rain.example.org\r\nAccept-Language: {language}\r\nCookie: _ga={random.random()}\r\n"
    head += f"Accept-Encoding: {encoding}\r\n" if encoding else ""
    connection.sendall((head + "\r\n").encode())
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            raise OSError("no response")
        data += more
    raw, body = data.split(b"\r\n\r\n", 1)
    lines = raw.decode("latin1").split("\r\n")
    headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
    if "content-length" in headers:
        while len(body) < int(headers["content-length"]):
            body += connection.recv(65536)
    elif headers.get("transfer-encoding") == "chunked":
        while not body.endswith(b"0\r\n\r\n"):
            body += connection.recv(65536)
        whole = b""
        while True:
            size, body = body.split(b"\r\n", 1)
            if int(size, 16) == 0:
                break
            whole, body = whole + body[: int(size, 16)], body[int(size, 16) + 2:]
        body = whole
    return int(lines[0].split()[1]), headers, body


def check(address, status, headers, body):
    expected = "es" if address.startswith("/es/") else "en"
    if status != 200:
        return f"{address}: {status}"
    if headers.get("content-language") != expected:
        return f"{address}: language {headers.get('content-language')}"
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    if headers.get("content-type", "").startswith("text/html"):
        if f'<html lang="{expected}"'.encode() not in body or b"</html>" not in body:
            return f"{address}: cut or in another language"
        if re.search(rb"\d minutes? ago|hace \d+ minutos?", body):
            return f"{address}: a counted age in the page"
    return None


def visit(number):
    global visits
    choice = random.Random(number)
    end = time.time() + SECONDS
    connection = None
    while time.time() < end:
        address = choice.choice(ADDRESSES)
        extra = choice.choice(EXTRAS)
        asked = address + (("&" if "?" in address else "?") + extra if extra else "")
        try:
            if connection is None:
                connection = socket.create_connection((HOST, PORT), timeout=15)
            status, headers, body = ask(connection, asked, choice.choice(ENCODINGS), choice.choice(LANGUAGES))
            fault = check(address, status, headers, body)
            # nginx ends a connection after a thousand requests.
            if headers.get("connection") == "close":
                connection.close()
                connection = None
        except (OSError, ValueError) as failure:
            connection, fault = None, f"{address}: {failure}"
        with lock:
            visits += 1
            if fault:
                wrong.append(fault)
        time.sleep(choice.uniform(0, 0.1))


threads = [threading.Thread(target=visit, args=(number,)) for number in range(VISITORS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps({"visits": visits, "wrong": len(wrong), "examples": wrong[:5]}))
