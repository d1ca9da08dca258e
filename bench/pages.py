"""Times the first page of a site, the hundredth that it makes, and the hundredth response of one address, each with a new connection.

usage: pages.py URL PAGE [GAUGES]
Prints the three times in milliseconds. GAUGES is the address of a list of sites: each page is of another one. Without it each page has the same address.
The hundredth is the median of the 91st to the 100th.
"""

import http.client
import json
import statistics
import sys
import time
import urllib.parse

host = urllib.parse.urlsplit(sys.argv[1]).netloc
page = sys.argv[2]


def get(path):
    began = time.perf_counter()
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    milliseconds = (time.perf_counter() - began) * 1000
    connection.close()
    if response.status != 200:
        sys.exit(f"{path} returned {response.status}")
    return milliseconds, body


first = get(page)[0]
others = [page] * 99
if len(sys.argv) > 3:
    number = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)["site"][0]
    sites = json.loads(get(sys.argv[3])[1])["sites"]
    others = [page.replace(number, site["number"]) for site in sites if site["agency"] == "LCRA" and site["number"] != number][:99]
made = [get(other)[0] for other in others]
same = [get(page)[0] for _ in range(99)]
print(f"{first:.1f} {statistics.median(made[-10:]):.2f} {statistics.median(same[-10:]):.2f}")
