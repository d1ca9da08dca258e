// Evaluates the health checks of a Kustomization as Flux does (the rules of its RFC 0009) for the objects of a file of cases, and prints
// each case with its status. The CEL evaluator is not Flux's own; an expression that fails in it would make Flux wait with an error.
import { readFileSync } from "node:fs";
import { isCelError, run } from "@bufbuild/cel";
import { parse } from "yaml";

const [kustomization, cases] = process.argv.slice(2).map((file) => parse(readFileSync(file, "utf8")));

function health(check, object) {
  const observed = object.status?.observedGeneration;
  if (observed !== undefined && observed !== object.metadata.generation) return "in progress";
  for (const [field, status] of [["inProgress", "in progress"], ["failed", "failed"], ["current", "current"]]) {
    if (check[field] === undefined) continue;
    const result = run(check[field], object);
    if (isCelError(result)) return `${field} fails: ${result.message ?? result}`;
    if (result === true) return status;
  }
  return "in progress";
}

for (const { name, kind, ...object } of cases) {
  const check = kustomization.spec.healthCheckExprs.find((one) => one.kind === kind);
  console.log(`${kind} ${name}: ${health(check, object)}`);
}
