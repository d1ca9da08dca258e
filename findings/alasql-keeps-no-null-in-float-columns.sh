#!/usr/bin/env bash
# AlaSQL 4.19.1: a column of the type FLOAT, INT, or NUMBER keeps no NULL. INSERT ... VALUES ('b', NULL) stores NaN, which COUNT and AVG count: the
# mean of 2, NULL, 4 is 2, and IS NULL finds no row. The same NULL as a parameter stores 0, so the least of the three is 0. Nothing warns. In
# columns of the type DOUBLE, REAL, or DECIMAL both stay NULL.
# Expected: NULL in all of them. SQL's aggregates leave NULL out, and AlaSQL's do: the mean is 3 and the least 2 in a column that keeps NULL.
# It matters for rain by basin: whether a silent gauge is missing or dry depends on how its row was inserted, and on which of several names for
# a number the column has. Declare the column REAL.
# Needs Node.js and npm; installs the pinned package into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund alasql@4.19.1

cat >ask.js <<'JS'
import alasql from 'alasql';

const inserts = {
  literal: database => database.exec("INSERT INTO rain VALUES ('b', NULL)"),
  parameter: database => database.exec('INSERT INTO rain VALUES (?, ?)', ['b', null]),
};
for (const type of ['FLOAT', 'INT', 'NUMBER', 'DOUBLE', 'REAL', 'DECIMAL']) {
  for (const [name, insert] of Object.entries(inserts)) {
    const database = new alasql.Database();
    database.exec(`CREATE TABLE rain (gauge STRING, inches ${type})`);
    database.exec("INSERT INTO rain VALUES ('a', 2), ('c', 4)");
    insert(database);
    const [{ measured, mean, least }] = database.exec('SELECT COUNT(inches) AS measured, AVG(inches) AS mean, MIN(inches) AS least FROM rain');
    const missing = database.exec('SELECT gauge FROM rain WHERE inches IS NULL').length;
    console.log(`${type}, NULL as a ${name}: ${database.exec("SELECT inches FROM rain WHERE gauge = 'b'")[0].inches}; ${measured} measured, mean ${mean}, least ${least}, ${missing} missing`);
  }
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
FLOAT, NULL as a literal: NaN; 3 measured, mean 2, least 2, 0 missing
FLOAT, NULL as a parameter: 0; 3 measured, mean 2, least 0, 0 missing
INT, NULL as a literal: NaN; 3 measured, mean 2, least 2, 0 missing
INT, NULL as a parameter: 0; 3 measured, mean 2, least 0, 0 missing
NUMBER, NULL as a literal: NaN; 3 measured, mean 2, least 2, 0 missing
NUMBER, NULL as a parameter: 0; 3 measured, mean 2, least 0, 0 missing
DOUBLE, NULL as a literal: undefined; 2 measured, mean 3, least 2, 1 missing
DOUBLE, NULL as a parameter: null; 2 measured, mean 3, least 2, 1 missing
REAL, NULL as a literal: undefined; 2 measured, mean 3, least 2, 1 missing
REAL, NULL as a parameter: null; 2 measured, mean 3, least 2, 1 missing
DECIMAL, NULL as a literal: undefined; 2 measured, mean 3, least 2, 1 missing
DECIMAL, NULL as a parameter: null; 2 measured, mean 3, least 2, 1 missing
SEEN
