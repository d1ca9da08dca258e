#!/usr/bin/env node
// Writes the county borders around the sample site's gauges to standard output, as JSON: one list for each line, of latitude and
// longitude in ten-thousandths of a degree, each point after the first as the difference from the one before.
//   npm ci --ignore-scripts --prefix scripts/places && node scripts/places/counties.mjs > samples/RainfallSite/wwwroot/counties.json
// No point is left out: the borders are coarse already, and fewer points would move dams into another county.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const marginDegrees = 0.35;
const texas = '48';
const atlas = JSON.parse(readFileSync(new URL('node_modules/us-atlas/counties-10m.json', import.meta.url), 'utf8'));
const box = boxOfSites();
const arcs = new Map();

for (const county of atlas.objects.counties.geometries.filter(({ id }) => id.startsWith(texas))) {
  const used = county.arcs.flat(Infinity).map((arc) => (arc < 0 ? ~arc : arc));
  if (used.some((arc) => pointsOf(arc).some(isInside))) {
    used.forEach((arc) => arcs.set(arc, pointsOf(arc)));
  }
}

const lines = [...arcs].sort(([one], [other]) => one - other).map(([, points]) => JSON.stringify(differences(points)));
process.stdout.write(`[\n${lines.join(',\n')}\n]\n`);

// TopoJSON keeps a line as differences on a grid of its own.
function pointsOf(arc) {
  const { scale, translate } = atlas.transform;
  let [x, y] = [0, 0];
  return atlas.arcs[arc].map(([dx, dy]) => [(y += dy) * scale[1] + translate[1], (x += dx) * scale[0] + translate[0]]);
}

function isInside([latitude, longitude]) {
  return latitude > box.south && latitude < box.north && longitude > box.west && longitude < box.east;
}

function differences(points) {
  const grid = points.map((point) => point.map((degrees) => Math.round(degrees * 1e4)));
  return grid.flatMap(([latitude, longitude], i) => (i === 0 ? [latitude, longitude] : [latitude - grid[i - 1][0], longitude - grid[i - 1][1]]));
}

function boxOfSites() {
  const recordings = new URL('lib/Lcra.Hydromet.Replay/Recordings/', root);
  const newest = readdirSync(recordings).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).sort().at(-1);
  const sites = JSON.parse(readFileSync(new URL(`${newest}/api/GetDataForAllSites.json`, recordings), 'utf8')).filter((site) => Number(site.latitude) && Number(site.longitude));
  const latitudes = sites.map((site) => Number(site.latitude));
  const longitudes = sites.map((site) => Number(site.longitude));
  return {
    south: Math.min(...latitudes) - marginDegrees,
    north: Math.max(...latitudes) + marginDegrees,
    west: Math.min(...longitudes) - marginDegrees,
    east: Math.max(...longitudes) + marginDegrees,
  };
}
