// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// What `%mem` shows: the storages that are alive, and the arrays on each.
struct MemoryTable {
  let text: String

  /// Describes storages; arrays that are bound to no variable have no name.
  init(_ storages: [LiveStorage], _ variables: [(name: String, value: Value)]) {
    var named: [(object: ArrayObject, names: [String])] = []
    for (name, value) in variables {
      guard case .array(let object) = value else { continue }
      if let known = named.firstIndex(where: { $0.object === object }) {
        named[known].names.append(name)
      } else {
        named.append((object, [name]))
      }
    }
    // What is empty and unknown to the program is the library's own business.
    let shown = storages.filter { !$0.views.isEmpty }
    guard !shown.isEmpty else {
      text = "no arrays are alive"
      return
    }
    let bytes = shown.reduce(0) { $0 + $1.byteCount }
    var lines = ["\(shown.count) \(shown.count == 1 ? "storage" : "storages"), \(bytes) bytes"]
    for storage in shown { lines += Self.lines(of: storage, named) }
    text = lines.joined(separator: "\n")
  }

  private static func lines(
    of storage: LiveStorage, _ named: [(object: ArrayObject, names: [String])]
  ) -> [String] {
    var unnamed = storage.views
    var rows: [[String]] = []
    for (object, names) in named where object.array.isOn(storage) {
      let array = object.array
      let isBase = object.base == nil
      let same = unnamed.firstIndex {
        $0.shape == array.shape && $0.strides == array.strides && $0.dtype == array.dtype
          && $0.isBase == isBase
      }
      let used = same.map { unnamed.remove(at: $0).usedBytes } ?? array.byteCount
      let recipe = isBase ? nil : array.recipe?.numpy
      rows.append([
        names.joined(separator: ", "), array.dtype.name, tuple(array.shape),
        isBase ? "owner" : "view" + (recipe.map { " \($0)" } ?? ""),
        "strides \(tuple(array.strides))", "offset \(array.byteOffset)", "\(used) bytes",
      ])
    }
    for view in unnamed {
      rows.append([
        "(no name)", view.dtype.name, tuple(view.shape), view.isBase ? "owner" : "view",
        "strides \(tuple(view.strides))", "", "\(view.usedBytes) bytes",
      ])
    }
    let idle = storage.idleBytes
    return [
      "\(storage.byteCount) bytes, \(storage.kind.rawValue)"
        + (idle > 0 ? ", \(idle) of them in no array" : "") + ":"
    ] + aligned(rows).map { "  " + $0 }
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { i in rows.map { $0[i].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension AnyNDArray {
  fileprivate func isOn(_ live: LiveStorage) -> Bool {
    UInt(bitPattern: storage.address) == live.address && storage.byteCount == live.byteCount
  }
}
