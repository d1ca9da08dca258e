#!/usr/bin/env bash
# Grafana's transformations (@grafana/data 13.2.3), "Add field from calculation": a binary operation takes a missing value, null, for 0, and so
# do a unary operation and the mean of the cumulative functions. Inches times 25.4 are 0 mm where no inches were measured, the sum of two
# gauges that are both silent is 0, and the running mean of 2, null, 5, null, 5 ends with 2.4. "Filter data by values" finds null below 0.1.
# Expected: null stays null, and a mean leaves it out, as the same transformation does it in its other modes: "Reduce row" and the window
# functions end with 4, and a row without values has no mean. Panels show null as "no data", so it is Grafana's missing value.
# It matters for charts of rain in millimeters, and of the rain of two gauges: a silent gauge becomes a dry one, and a gap in the line becomes 0.
# Calculate in the query, before Grafana's transformations.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true }\n' >package.json
npm install --silent --no-audit --no-fund @grafana/data@13.2.3

cat >ask.js <<'JS'
const { FieldType, standardTransformers, toDataFrame } = require('@grafana/data');
const { lastValueFrom, of } = require('rxjs');

const rain = () => toDataFrame({
  fields: [
    { name: 'time', type: FieldType.time, values: [1, 2, 3, 4, 5].map(quarter => 900_000 * quarter) },
    { name: 'rain_in', type: FieldType.number, values: [2, null, 5, null, 5] },
    { name: 'other_in', type: FieldType.number, values: [1, 1, null, null, 5] },
  ],
});
const ask = async (name, { operator }, options) => {
  const [{ fields }] = await lastValueFrom(of([rain()]).pipe(operator(options, { interpolate: text => text })));
  console.log(`${name}: ${JSON.stringify(fields.at(options.mode ? -1 : 1).values)}`);
};
const add = (name, options) => ask(name, standardTransformers.calculateFieldTransformer, options);
(async () => {
  await add('binary operation, rain_in * 25.4', { mode: 'binary', binary: { left: 'rain_in', operator: '*', right: '25.4' } });
  await add('binary operation, rain_in + other_in', { mode: 'binary', binary: { left: 'rain_in', operator: '+', right: 'other_in' } });
  await add('unary operation, round(rain_in)', { mode: 'unary', unary: { operator: 'round', fieldName: 'rain_in' } });
  await add('cumulative functions, mean', { mode: 'cumulativeFunctions', cumulative: { field: 'rain_in', reducer: 'mean' } });
  await add('window functions, mean of all before', { mode: 'windowFunctions', window: { field: 'rain_in', reducer: 'mean', windowAlignment: 'trailing', windowSizeMode: 'fixed', windowSize: 5 } });
  await add('reduce row, mean of rain_in and other_in', { mode: 'reduceRow', reduce: { reducer: 'mean', include: ['rain_in', 'other_in'] } });
  const lower = { type: 'include', match: 'any', filters: [{ fieldName: 'rain_in', config: { id: 'lower', options: { value: 0.1 } } }] };
  await ask('filter by values, lower than 0.1', standardTransformers.filterByValueTransformer, lower);
})();
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
binary operation, rain_in * 25.4: [50.8,0,127,0,127]
binary operation, rain_in + other_in: [3,1,5,0,10]
unary operation, round(rain_in): [2,0,5,0,5]
cumulative functions, mean: [2,1,2.3333333333333335,1.75,2.4]
window functions, mean of all before: [2,2,3.5,3.5,4]
reduce row, mean of rain_in and other_in: [1.5,1,5,null,5]
filter by values, lower than 0.1: [null,null]
SEEN
