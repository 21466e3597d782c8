// SPDX-License-Identifier: Apache-2.0

// Runs the program of the core in WebAssembly and compares what it prints with a file.
import { readFileSync } from "node:fs";

const module = await WebAssembly.compile(readFileSync(process.argv[2]));
const unexpected = WebAssembly.Module.imports(module);
if (unexpected.length > 0) {
  console.error("the module must import nothing, but asks for", unexpected);
  process.exit(1);
}
const core = (await WebAssembly.instantiate(module)).exports;

const start = core.run();
const memory = new Uint8Array(core.memory.buffer);
const printed = new TextDecoder().decode(memory.subarray(start, memory.indexOf(0, start)));
const expected = readFileSync(process.argv[3], "utf8");
if (printed !== expected) {
  console.error(`printed:\n${printed}\nexpected:\n${expected}`);
  process.exit(1);
}
