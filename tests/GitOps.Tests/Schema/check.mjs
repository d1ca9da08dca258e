// Checks the objects in YAML files against the models of their kinds: values by the models' schemas, names of fields by their types.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parser } from "@prometheus-io/lezer-promql";
import { parseAllDocuments } from "yaml";

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = ["kubernetes-models", "@kubernetes-models/flux-cd", "@kubernetes-models/gateway-api", "@kubernetes-models/prometheus-operator"];
// No package has models of these; flux-schema knows them.
const withoutModel = ["flagger.app/v1beta1/Canary", "traefik.io/v1alpha1/Middleware"];

async function findModel(type) {
  for (const name of packages) {
    try {
      return { module: `${name}/${type}`, model: await import(`${name}/${type}`) };
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND" && error.code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw error;
    }
  }
  return null;
}

// To the model an expression is any text.
const expressions = parser.configure({ strict: true });

const faults = [];
const typed = new Map();
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
    const object = document.toJS();
    if (object === null) continue;
    const type = `${object.apiVersion}/${object.kind}`;
    const subject = `${path.basename(file)}: ${object.kind} ${object.metadata?.name}`;
    if (withoutModel.includes(type)) continue;
    const found = await findModel(type);
    if (found === null) {
      faults.push(`${subject}: no model knows ${type}`);
      continue;
    }
    try {
      new found.model[object.kind](object).validate();
      const rules = object.kind === "PrometheusRule" ? object.spec.groups.flatMap((group) => group.rules) : [];
      for (const rule of rules) expressions.parse(rule.expr);
    } catch (error) {
      faults.push(`${subject}: ${error.message}`);
    }
    const line = `I_${object.kind} = ${JSON.stringify(object)};`;
    typed.set(`${found.module} ${line}`, { subject, module: found.module, kind: object.kind, object });
  }
}

const scratch = mkdtempSync(path.join(here, "node_modules", ".check-"));
try {
  const source = [];
  const subjects = [];
  for (const { subject, module, kind, object } of typed.values()) {
    source.push(`export const o${source.length}: import("${module}").I${kind} = ${JSON.stringify(object)};`);
    subjects.push(subject);
  }
  writeFileSync(path.join(scratch, "objects.ts"), source.join("\n"));
  const compiler = path.join(here, "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--skipLibCheck", "--strict", "--module", "nodenext", "--target", "es2022", "--pretty", "false"];
  const run = spawnSync(process.execPath, [compiler, ...options, path.join(scratch, "objects.ts")], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  for (const line of run.stdout.split("\n")) {
    const error = /objects\.ts\((\d+),\d+\): error (.*)$/.exec(line);
    if (error !== null) faults.push(`${subjects[error[1] - 1]}: ${error[2]}`);
  }
  if (run.status !== 0 && faults.length === 0) faults.push(`the compiler failed: ${run.stdout}${run.stderr}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const fault of faults) console.error(fault);
console.log(`${typed.size} different objects checked, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
