#!/usr/bin/env bash
# Apache Arrow for JavaScript (apache-arrow 21.2.0): Table.concat puts the columns of the other table below its own by their places and doesn't
# look at their names. If one response of JSON has rain_in before level_ft and the next has level_ft before rain_in, the table has 512.3 in of
# rain and a lake of 0.1 ft. Columns with other names are taken, too. Nothing warns; TypeScript can't, as the type of a Table has no order.
# Expected: an error, or columns by their names. The method is documented to combine tables of the same schema, and for the same batches the
# constructor of Table throws "Table and inner RecordBatch schemas must be equivalent."
# It matters for rain that is appended as it comes: the members of a JSON object have no order, and a new column in the middle of a file
# moves all after it. Call other.select(table.schema.names) first.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund apache-arrow@21.2.0

cat >ask.js <<'JS'
import { Table, tableFromIPC, tableFromJSON, tableToIPC } from 'apache-arrow';

const show = (name, table) => console.log(`${name}: ${table.toArray().map(row => JSON.stringify(row)).join(' ')}`);
const first = tableFromJSON([{ rain_in: 0.25, level_ft: 511.9 }]);
const second = tableFromJSON([{ level_ft: 512.3, rain_in: 0.1 }]);
const other = tableFromJSON([{ flow_cfs: 88, stage_ft: 3.5 }]);
show('concat', first.concat(second));
show('concat of files', tableFromIPC(tableToIPC(first)).concat(tableFromIPC(tableToIPC(second))));
show('concat of other names', first.concat(other));
show('concat by name', first.concat(second.select(first.schema.names)));
try {
  show('constructor', new Table(first.schema, [...first.batches, ...second.batches]));
} catch (error) {
  console.log(`constructor: ${error.message}`);
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
concat: {"rain_in":0.25,"level_ft":511.9} {"rain_in":512.3,"level_ft":0.1}
concat of files: {"rain_in":0.25,"level_ft":511.9} {"rain_in":512.3,"level_ft":0.1}
concat of other names: {"rain_in":0.25,"level_ft":511.9} {"rain_in":88,"level_ft":3.5}
concat by name: {"rain_in":0.25,"level_ft":511.9} {"rain_in":0.1,"level_ft":512.3}
constructor: Table and inner RecordBatch schemas must be equivalent.
SEEN
