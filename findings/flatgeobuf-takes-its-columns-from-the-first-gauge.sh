#!/usr/bin/env bash
# FlatGeobuf 4.5.0 (npm): serialize takes the names and types of the columns from the first feature only. If the first gauge of a GeoJSON has no
# rain_in, the file has no rain of any gauge; if its rain_in is null, all rain is text, and "9.5" is more than "10.25"; if its flag is false,
# the text in every other gauge's flag is false. Nothing warns, and with the gauges in reverse order all values are in the file.
# Expected: columns of all features, as GDAL 3.8.4 (gdal3.js 2.8.1) writes of the same GeoJSON, or an error where a value fits no column. The
# README calls FlatGeobuf lossless and says nothing about the first feature.
# It matters for maps of rain: whether the first gauge of the list reports decides whether the others have their amounts.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund flatgeobuf@4.5.0 gdal3.js@2.8.1

cat >ask.js <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import { geojson } from 'flatgeobuf';
import initGdal from 'gdal3.js/node.js';

mkdirSync('out');
const gdal = await initGdal({ path: 'node_modules/gdal3.js/dist/package', dest: `${process.cwd()}/out` });
const read = async bytes => {
  const gauges = [];
  for await (const { properties } of geojson.deserialize(bytes)) {
    gauges.push(properties);
  }
  return gauges.sort((one, other) => one.site - other.site).slice(1).map(({ site, ...values }) => JSON.stringify(values)).join(' ');
};
const questions = {
  missing: [{}, { rain_in: 9.5 }, { rain_in: 10.25 }],
  null: [{ rain_in: null }, { rain_in: 9.5 }, { rain_in: 10.25 }],
  false: [{ flag: false }, { flag: 'estimated' }, { flag: 'jump' }],
};
for (const [name, gauges] of Object.entries(questions)) {
  const features = gauges.map((gauge, at) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [-98 - at / 10, 30] }, properties: { site: String(at), ...gauge } }));
  const collection = { type: 'FeatureCollection', features };
  writeFileSync(`${name}.geojson`, JSON.stringify(collection));
  const data = (await gdal.open(`${name}.geojson`)).datasets[0];
  const file = await gdal.ogr2ogr(data, ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO'], name);
  console.log(`${name} in the first gauge, FlatGeobuf: ${await read(geojson.serialize(collection))}`);
  console.log(`${name} in the last gauge, FlatGeobuf: ${await read(geojson.serialize({ ...collection, features: features.toReversed() }))}`);
  console.log(`${name} in the first gauge, GDAL: ${await read(await gdal.getFileBytes(file))}`);
}
process.exit();
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
missing in the first gauge, FlatGeobuf: {} {}
missing in the last gauge, FlatGeobuf: {"rain_in":9.5} {"rain_in":10.25}
missing in the first gauge, GDAL: {"rain_in":9.5} {"rain_in":10.25}
null in the first gauge, FlatGeobuf: {"rain_in":"9.5"} {"rain_in":"10.25"}
null in the last gauge, FlatGeobuf: {"rain_in":9.5} {"rain_in":10.25}
null in the first gauge, GDAL: {"rain_in":9.5} {"rain_in":10.25}
false in the first gauge, FlatGeobuf: {"flag":false} {"flag":false}
false in the last gauge, FlatGeobuf: {"flag":"estimated"} {"flag":"jump"}
false in the first gauge, GDAL: {"flag":"estimated"} {"flag":"jump"}
SEEN
