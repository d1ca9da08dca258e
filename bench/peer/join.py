"""Times the peer's join on recorded feeds in memory: prints the median in microseconds."""

import io
import statistics
import sys
import time

from peer import join

recent, five_day = (open(path, "rb").read() for path in sys.argv[1:3])
times = []
for _ in range(200):
    start = time.perf_counter()
    join(io.BytesIO(recent), io.BytesIO(five_day))
    times.append(time.perf_counter() - start)
print(f"{statistics.median(times[20:]) * 1e6:.0f}")
