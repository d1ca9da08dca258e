#!/usr/bin/env bash
# Turf 7.4.0: interpolate, by inverse distance, takes a gauge whose property is null for one that measured 0, and a grid point at a gauge has
# no value: NaN, which is null in the GeoJSON. Among gauges that all measured 2.00, one that is silent makes 0.94 beside it.
# Expected: null is refused or left out, as a property that is missing is refused with "zValue is missing"; a grid point at a gauge has the
# gauge's value, as the method and the branch of Turf's code for a distance of 0 have it.
# It matters for maps of rain: silent gauges are holes of dry ground, and the points where rain was measured have none.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @turf/interpolate@7.4.0 @turf/helpers@7.4.0

cat >ask.js <<'JS'
import { featureCollection, point } from '@turf/helpers';
import { interpolate } from '@turf/interpolate';

const ask = (name, rains, move = 0) => {
  const at = [[0, 0], [0.2, 0], [0, 0.2]];
  const gauges = rains.map((rain_in, gauge) => point(at[gauge].map(degrees => degrees + move), { rain_in })).filter(gauge => gauge.properties.rain_in !== 'left out');
  const grid = interpolate(featureCollection(gauges), 0.1, { gridType: 'point', property: 'rain_in', units: 'degrees', bbox: [0, 0, 0.2, 0.2] });
  console.log(`${name}: ${grid.features.map(feature => feature.properties.rain_in.toFixed(2)).join(' ')}`);
};
ask('all measured', [2, 2, 2]);
ask('one null', [2, null, 2]);
ask('one 0', [2, 0, 2]);
ask('one left out', [2, 'left out', 2]);
ask('one left out, gauges moved off the grid', [2, 'left out', 2], 1e-9);
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
all measured: NaN 2.00 NaN 2.00 2.00 2.00 NaN 2.00 2.00
one null: NaN 1.63 NaN 1.18 1.33 1.53 NaN 0.94 1.26
one 0: NaN 1.63 NaN 1.18 1.33 1.53 NaN 0.94 1.26
one left out: NaN 2.00 NaN 2.00 2.00 2.00 2.00 2.00 2.00
one left out, gauges moved off the grid: 2.00 2.00 2.00 2.00 2.00 2.00 2.00 2.00 2.00
SEEN
