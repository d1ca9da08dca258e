#!/usr/bin/env bash
# Formula.js (@formulajs/formulajs 4.6.1), the functions of Excel for JavaScript: some leave blank cells out, others take them for 0. Of 2 in, blank,
# 4 in, 0.05 in, blank, and 1 in, COUNT is 4 and COUNTIF(…, "<0.1") is 3; AVERAGE is 1.76 and AVERAGEIFS over all rows is 1.18; MIN is 0.05 and
# SMALL(…, 1) is 0. MEDIAN, MINIFS, SLOPE, and CORREL take zeros, too. GEOMEAN even writes them into the caller's cells: AVERAGE is then 1.18.
# Expected: all leave blanks out, as Excel documents for COUNTIF, AVERAGEIFS, MEDIAN, GEOMEAN, SLOPE, and CORREL, and as HyperFormula 3.5.0 does
# with the same cells. Formula.js knows them as blank: ISBLANK is true, and COUNTBLANK is 2.
# It matters for tables of rain that a page or a server calculates: silent gauges are dry in the median and in the number of dry gauges, and
# the mean beside them is right. Filter the rows by their status first.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 hyperformula@3.5.0

cat >ask.js <<'JS'
import * as formulas from '@formulajs/formulajs';
import { HyperFormula } from 'hyperformula';

const cells = () => ({ rain: [2, null, 4, 0.05, null, 1], hours: [1, 2, 3, 4, 5, 6] });
const sheet = HyperFormula.buildFromArray(cells().rain.map((inches, row) => [inches, cells().hours[row]]), { licenseKey: 'gpl-v3' });
const questions = [
  ['ISBLANK', ({ rain }) => [rain[1]], 'ISBLANK(A2)'],
  ['COUNTBLANK', ({ rain }) => [rain], 'COUNTBLANK(A1:A6)'],
  ['COUNT', ({ rain }) => [rain], 'COUNT(A1:A6)'],
  ['COUNTIF', ({ rain }) => [rain, '<0.1'], 'COUNTIF(A1:A6,"<0.1")'],
  ['AVERAGE', ({ rain }) => [rain], 'AVERAGE(A1:A6)'],
  ['AVERAGEIFS', ({ rain, hours }) => [rain, hours, '>0'], 'AVERAGEIF(B1:B6,">0",A1:A6)'],
  ['MIN', ({ rain }) => [rain], 'MIN(A1:A6)'],
  ['SMALL', ({ rain }) => [rain, 1], 'SMALL(A1:A6,1)'],
  ['MINIFS', ({ rain, hours }) => [rain, hours, '>0'], 'MINIFS(A1:A6,B1:B6,">0")'],
  ['MEDIAN', ({ rain }) => [rain], 'MEDIAN(A1:A6)'],
  ['SLOPE', ({ rain, hours }) => [rain, hours], 'SLOPE(A1:A6,B1:B6)'],
  ['CORREL', ({ rain, hours }) => [rain, hours], 'CORREL(A1:A6,B1:B6)'],
  ['GEOMEAN', ({ rain }) => [rain], 'GEOMEAN(A1:A6)'],
];
const round = value => (typeof value === 'number' ? Math.round(10_000 * value) / 10_000 : value);
for (const [name, parametersOf, formula] of questions) {
  console.log(`Formula.js ${name} ${round(formulas[name](...parametersOf(cells())))}, HyperFormula ${formula} ${round(sheet.calculateFormula(`=${formula}`, 0))}`);
}
const { rain } = cells();
formulas.GEOMEAN(rain);
console.log(`Formula.js AVERAGE after GEOMEAN ${round(formulas.AVERAGE(rain))}, cells ${JSON.stringify(rain)}`);
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
Formula.js ISBLANK true, HyperFormula ISBLANK(A2) true
Formula.js COUNTBLANK 2, HyperFormula COUNTBLANK(A1:A6) 2
Formula.js COUNT 4, HyperFormula COUNT(A1:A6) 4
Formula.js COUNTIF 3, HyperFormula COUNTIF(A1:A6,"<0.1") 1
Formula.js AVERAGE 1.7625, HyperFormula AVERAGE(A1:A6) 1.7625
Formula.js AVERAGEIFS 1.175, HyperFormula AVERAGEIF(B1:B6,">0",A1:A6) 1.7625
Formula.js MIN 0.05, HyperFormula MIN(A1:A6) 0.05
Formula.js SMALL 0, HyperFormula SMALL(A1:A6,1) 0.05
Formula.js MINIFS 0, HyperFormula MINIFS(A1:A6,B1:B6,">0") 0.05
Formula.js MEDIAN 0.525, HyperFormula MEDIAN(A1:A6) 1.5
Formula.js SLOPE -0.2557, HyperFormula SLOPE(A1:A6,B1:B6) -0.3442
Formula.js CORREL -0.3, HyperFormula CORREL(A1:A6,B1:B6) -0.4238
Formula.js GEOMEAN 0, HyperFormula GEOMEAN(A1:A6) 0.7953
Formula.js AVERAGE after GEOMEAN 1.175, cells [2,0,4,0.05,0,1]
SEEN
