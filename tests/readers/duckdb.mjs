// Runs the SQL of standard input in DuckDB and prints each row on a line.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create()).connect();
const statements = await connection.extractStatements(readFileSync(0, 'utf8'));
process.chdir(process.argv[2]);
for (let i = 0; i < statements.count; i++) {
  const reader = await (await statements.prepare(i)).runAndReadAll();
  for (const row of reader.getRowsJson()) {
    console.log(row.join(' '));
  }
}
