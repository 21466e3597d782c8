// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@Suite struct FileConformanceTests {
  @Test func npy() throws {
    try replay("npy", file: "npy/manifest.jsonl") { record in
      let file = try record.string("file")
      if file.hasSuffix(".npz") { throw Skipped(reason: "an archive of several arrays") }
      let path = CaseFiles.folder.appendingPathComponent(file).path
      try expectLoad(record) { () throws(ArrayError) in try AnyNDArray(contentsOf: path) }
      try expectLoad(record) { () throws(ArrayError) in try AnyNDArray(mapping: path) }
    }
  }
}

/// Loads a file and compares what that gives with what the manifest wants.
private func expectLoad(
  _ record: JSON, _ load: () throws(ArrayError) -> AnyNDArray
) throws {
  let expectation = try record.string("expect")
  let array: AnyNDArray
  do throws(ArrayError) { array = try load() } catch {
    // An error of kind `memory` says that a huge allocation was tried.
    if expectation == "accept" || error.kind == .memory {
      throw Mismatch(expected: expectation, got: "\(error.kind) error: \(error.message)")
    }
    return
  }
  if expectation == "refuse" {
    throw Mismatch(expected: "an error", got: "an array of shape \(array.shape)")
  }
  guard let want = record["want"] else { return }
  try expectEqual("dtype", expected: try want.string("dtype"), got: array.dtype.code)
  try expectEqual("shape", expected: try want.ints("shape"), got: array.shape)
  let flags = array.flags
  try expectEqual(
    "fortran_order", expected: try want.bool("fortran_order"),
    got: flags.isColumnMajor && !flags.isRowMajor)
  if let values = want["values"]?.asArray {
    try expectValues(values, array)
  } else if want["fill"]?.asString == "iota" {
    try expectValues((0..<array.count).map { .int($0) }, array)
  }
}
