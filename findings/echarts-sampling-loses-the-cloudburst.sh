#!/usr/bin/env bash
# ECharts 6.1.0: with `sampling` of "minmax" or "lttb", one missing reading, null, hides a cloudburst that was measured an hour later. Of ten days
# of quarter hours with 2.50 in in one of them, the largest amount of the line is 0.01. Nothing warns. "max" has 2.50.
# Expected: the peak, as without sampling: null is ECharts's own form of a missing value, and the sampling is chosen to keep extremes.
# It matters for charts of rain, as gauges fall silent when it rains most. Take "max", or leave sampling out.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund echarts@6.1.0

cat >ask.js <<'JS'
import * as echarts from 'echarts';

const ask = (sampling, missing) => {
  const data = Array.from({ length: 1000 }, (_, reading) => [900_000 * reading, reading === 303 ? 2.5 : reading === 299 ? missing : 0.01]);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 100, height: 50 });
  chart.setOption({ animation: false, xAxis: { type: 'time' }, yAxis: {}, series: [{ type: 'line', sampling, data }] });
  chart.renderToSVGString();
  const drawn = chart.getModel().getSeriesByIndex(0).getData();
  const amounts = Array.from({ length: drawn.count() }, (_, point) => drawn.get('y', point)).filter(Number.isFinite);
  chart.dispose();
  return Math.max(...amounts).toFixed(2);
};
for (const sampling of [undefined, 'max', 'minmax', 'lttb']) {
  console.log(`${sampling ?? 'none'}: all measured ${ask(sampling, 0.01)}, one null ${ask(sampling, null)}`);
}
process.exit();
JS

expected='none: all measured 2.50, one null 2.50
max: all measured 2.50, one null 2.50
minmax: all measured 2.50, one null 0.01
lttb: all measured 2.50, one null 0.01'
seen=$(node ask.js)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'Expected:\n%s\n' "$expected" >&2; exit 1; }
