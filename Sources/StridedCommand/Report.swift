// SPDX-License-Identifier: Apache-2.0

import Strided

/// What `strided inspect` prints of an array or of slices of it, above their picture.
struct Report {
  let text: String
  /// What the picture shows: the slices, or the whole array.
  let arrays: [NamedArray]

  init(_ array: AnyNDArray, file: String, slices: [String]) throws(ArrayError) {
    var lines = ["\(file): \(array.shape) \(array.dtype)"]
    var arrays: [NamedArray] = []
    for slice in slices {
      let view = try array.view(at: [AxisIndex](numpy: slice))
      if !arrays.isEmpty { lines.append("") }
      lines.append("\(slice): \(view.shape) \(view.dtype)")
      lines += Self.description(of: view, slice: slice)
      arrays.append(NamedArray(slice, view))
    }
    if slices.isEmpty {
      lines += Self.description(of: array, slice: nil)
      arrays = [NamedArray(String(file.split(separator: "/").last ?? ""), array)]
    }
    self.arrays = arrays
    text = lines.joined(separator: "\n")
  }

  private static func description(of view: AnyNDArray, slice: String?) -> [String] {
    [""] + table(facts(of: view, slice: slice)) + ["", view.description]
  }

  private static func facts(of view: AnyNDArray, slice: String?) -> [(String, String)] {
    let flags = view.flags
    var names: [String] = []
    if flags.isRowMajor { names.append("row-major (C)") }
    if flags.isColumnMajor { names.append("column-major (F)") }
    if names.isEmpty { names.append("not contiguous") }
    names.append(flags.isAligned ? "aligned" : "unaligned")
    names.append(flags.isWritable ? "writable" : "read-only")
    var facts = [
      ("shape", tuple(view.shape)), ("strides", "\(tuple(view.strides)) bytes"),
      ("offset", "\(view.byteOffset) bytes"),
      (
        "element",
        "\(view.dtype), \(view.itemSize == 1 ? "1 byte" : "\(view.itemSize) bytes"), '\(view.dtype.code)'"
      ),
      ("flags", names.joined(separator: ", ")),
      ("memory", memory(of: view)),
      ("elements", "\(view.count), \(view.byteCount) bytes"),
    ]
    if slice != nil {
      let file = view.storage.byteCount
      let percent = file == 0 ? 0 : (view.byteCount * 1000 + file / 2) / file
      facts.append(
        (
          "slice",
          "a view: 0 bytes copied, \(view.byteCount) of the array's \(file) bytes "
            + "(\(percent / 10).\(percent % 10) %)"
        ))
      if let recipe = view.recipe {
        facts.append(("recipe", "\(recipe.numpy), in Swift \(recipe)"))
      }
    }
    return facts
  }

  private static func memory(of view: AnyNDArray) -> String {
    switch view.storage.kind {
    case .mapped: "mapped file, \(view.storage.byteCount) bytes, nothing copied"
    case .owned: "owned, \(view.storage.byteCount) bytes"
    case .borrowed: "borrowed, \(view.storage.byteCount) bytes"
    }
  }

  private static func table(_ facts: [(String, String)]) -> [String] {
    let width = facts.map(\.0.count).max() ?? 0
    return facts.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
  }
}
