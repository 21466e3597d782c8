// SPDX-License-Identifier: Apache-2.0

// Runs the layout algebra in WebAssembly and compares a few of its answers.
import { readFileSync } from "node:fs";

const module = await WebAssembly.compile(readFileSync(process.argv[2]));
const unexpected = WebAssembly.Module.imports(module);
if (unexpected.length > 0) {
  console.error("the module must import nothing, but asks for", unexpected);
  process.exit(1);
}
const core = (await WebAssembly.instantiate(module)).exports;

const answers = [
  ["dense (3, 4) of 8 bytes, axis 0", core.denseStride(3, 4, 8, 0), 32],
  ["dense (3, 4) of 8 bytes, axis 1", core.denseStride(3, 4, 8, 1), 8],
  ["a layout beyond 32 bits is refused", core.denseStride(65536, 65536, 8, 0), -1],
  ["transposed (3, 4), axis 0", core.transposedStride(3, 4, 0), 8],
  ["every second of 7", core.everySecondLength(7), 4],
];
let failures = 0;
for (const [what, got, want] of answers) {
  if (got === want) continue;
  console.error(`${what}: got ${got}, want ${want}`);
  failures += 1;
}
process.exit(failures > 0 ? 1 : 0);
