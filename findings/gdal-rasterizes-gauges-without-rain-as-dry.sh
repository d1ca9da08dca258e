#!/usr/bin/env bash
# GDAL 3.8.4 (gdal3.js 2.8.1): gdal_rasterize with -a rain_in burns 0 where rain_in is null, and where a feature lacks it, although -init and
# -a_nodata give the raster a value for missing data. Nothing warns. The cells are the same as those of a gauge that measured 0.
# Expected: such features leave the cells as they are. GDAL itself tells null from 0 in the same file: `rain_in < 0.1` finds the measured 0
# alone, `rain_in * 25.4` of null is null, and AVG leaves null out. GRASS's v.to.rast leaves features without a value out, too.
# It matters for rain over a basin from the Thiessen polygons of its gauges: silent gauges are dry ground in the raster and in its mean.
# With -where "rain_in IS NOT NULL" the cells have no data.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund gdal3.js@2.8.1

cat >ask.js <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import initGdal from 'gdal3.js/node.js';

const gauges = [{ rain_in: 2.5 }, { rain_in: null }, {}, { rain_in: 0 }];
const polygon = west => [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]];
const features = gauges.map((properties, gauge) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: polygon(gauge) }, properties: { gauge, ...properties } }));
writeFileSync('thiessen.geojson', JSON.stringify({ type: 'FeatureCollection', features }));

mkdirSync('out');
const gdal = await initGdal({ path: 'node_modules/gdal3.js/dist/package', dest: `${process.cwd()}/out` });
const [thiessen] = (await gdal.open('thiessen.geojson')).datasets;
const text = async file => Buffer.from(await gdal.getFileBytes(file)).toString().trim().split('\n');
const cells = ['-init', '-9', '-a_nodata', '-9', '-ot', 'Float32', '-te', '0', '0', '4', '1', '-ts', '4', '1', '-of', 'GTiff'];
const rasterize = async (name, options) => {
  const raster = await gdal.gdal_rasterize(thiessen, [...options, ...cells], name);
  const points = await gdal.gdal_translate((await gdal.open(raster.local)).datasets[0], ['-of', 'XYZ'], name);
  console.log(`${options.join(' ')}: ${(await text(points)).map(line => line.split(' ')[2]).join(' ')}`);
};
const select = async (name, sql) => {
  console.log(`${sql}: ${(await text(await gdal.ogr2ogr(thiessen, ['-f', 'CSV', '-sql', sql], name))).slice(1).join(' ')}`);
};
await rasterize('all', ['-a', 'rain_in']);
await rasterize('measured', ['-l', 'thiessen', '-a', 'rain_in', '-where', 'rain_in IS NOT NULL']);
await select('low', 'SELECT gauge FROM thiessen WHERE rain_in < 0.1');
await select('millimeters', 'SELECT gauge, rain_in * 25.4 AS rain_mm FROM thiessen');
await select('mean', 'SELECT AVG(rain_in) FROM thiessen');
process.exit();
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
-a rain_in: 2.5 0 0 0
-l thiessen -a rain_in -where rain_in IS NOT NULL: 2.5 -9 -9 0
SELECT gauge FROM thiessen WHERE rain_in < 0.1: 3
SELECT gauge, rain_in * 25.4 AS rain_mm FROM thiessen: 0,63.5 1, 2, 3,0
SELECT AVG(rain_in) FROM thiessen: 1.25
SEEN
