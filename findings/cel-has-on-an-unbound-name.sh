#!/usr/bin/env bash
# `has(status.parents)` where nothing binds `status`: two of three CEL evaluators of npm answer false, the third reports an unknown variable.
# @bufbuild/cel 0.6.1 and cel-js 0.8.2 answer false although both refuse `status.parents` itself; @marcbachmann/cel-js 8.0.0 refuses both.
# Expected: an error from all. CEL's language definition evaluates the operand of `has` like any other expression, and only the last
# field may be absent; with `status` bound to an empty object all three answer false.
# It matters where the health expressions of a Flux Kustomization, which a Go evaluator runs on objects that have no status yet, are
# tried with an evaluator of another language: a guard that is right there can fail in the cluster.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @bufbuild/cel@0.6.1 cel-js@0.8.2 @marcbachmann/cel-js@8.0.0

cat >ask.js <<'JS'
import { run } from '@bufbuild/cel';
import { evaluate } from 'cel-js';
import { evaluate as evaluateOther } from '@marcbachmann/cel-js';

const evaluators = { '@bufbuild/cel': run, 'cel-js': evaluate, '@marcbachmann/cel-js': evaluateOther };
const questions = [
  ['has(status.parents)', {}],
  ['status.parents', {}],
  ['has(status.parents)', { status: {} }],
];
for (const [name, ask] of Object.entries(evaluators)) {
  for (const [expression, bindings] of questions) {
    let answer;
    try {
      const value = ask(expression, bindings);
      answer = value instanceof Error ? 'error' : String(value);
    } catch {
      answer = 'error';
    }
    console.log(`${name} ${expression} ${JSON.stringify(bindings)} ${answer}`);
  }
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
@bufbuild/cel has(status.parents) {} false
@bufbuild/cel status.parents {} error
@bufbuild/cel has(status.parents) {"status":{}} false
cel-js has(status.parents) {} false
cel-js status.parents {} error
cel-js has(status.parents) {"status":{}} false
@marcbachmann/cel-js has(status.parents) {} error
@marcbachmann/cel-js status.parents {} error
@marcbachmann/cel-js has(status.parents) {"status":{}} false
SEEN
