// Runs the code of standard input with a map, and prints the id and color of each point on it.
// MapLibre's own expressions give the color, and Leaflet runs without a browser.
import { readFileSync } from 'node:fs';
import { createPropertyExpression, latest } from '@maplibre/maplibre-gl-style-spec';

Object.assign(globalThis, { window: globalThis, screen: {}, devicePixelRatio: 1 });
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: '', platform: '' }, configurable: true });
globalThis.document = { documentElement: { style: {} }, createElement: () => ({ style: {}, setAttribute() {} }), createElementNS: () => ({}) };
const { default: L } = await import('leaflet');

process.chdir(process.argv[2]);
const sources = new Map();
const map = {
  addSource: (name, source) => sources.set(name, source),
  addLayer(layer) {
    if (layer instanceof L.Layer) {
      layer.getLayers().forEach(point => console.log(point.feature.id, point.options.color));
      return;
    }

    const { data, promoteId } = sources.get(layer.source);
    const color = createPropertyExpression(layer.paint['circle-color'], latest.paint_circle['circle-color']);
    for (const { geometry, properties } of JSON.parse(readFileSync(data, 'utf8')).features.filter(feature => feature.geometry !== null)) {
      const rgb = color.value.evaluate({ zoom: 8 }, { type: geometry.type, properties }).toString().match(/\d+/g).slice(0, 3);
      console.log(properties[promoteId], `#${rgb.map(part => (+part).toString(16).padStart(2, '0')).join('')}`);
    }
  },
};
const load = async file => ({ json: async () => JSON.parse(readFileSync(file, 'utf8')) });

const code = Object.getPrototypeOf(async () => {}).constructor('map', 'L', 'fetch', readFileSync(0, 'utf8'));
await code(map, L, load);
