// SPDX-License-Identifier: Apache-2.0

extension Plan {
  /// Runs `body` on the whole plan or, on several threads at once where that was asked for, on its
  /// parts: only for plans that may be walked in any order.
  ///
  /// - Parameters:
  ///   - itemSizes: The sizes of the operands' elements, by which the work is measured.
  ///   - body: Walks a part; it tells whether it could.
  /// - Returns: Whether all parts could be walked.
  func split(itemSizes: Steps, _ body: (Plan) -> Bool) -> Bool {
    var size = 0
    for k in 0..<N { size += itemSizes[k] }
    // The outermost axis that is long enough; of a single row whole cache lines.
    var axis = 0
    while axis < rank - 2, self[axis].count < Thresholds.splitAxis { axis += 1 }
    let unit = axis == rank - 1 ? Thresholds.lineBytes : 1
    guard rank > 0 else { return body(self) }
    let units = (self[axis].count + unit - 1) / unit
    return Parallelism.run(bytes: count &* size, most: units) { part, parts in
      let start = units * part / parts * unit
      let end = min(units * (part + 1) / parts * unit, self[axis].count)
      guard start < end else { return true }
      var piece = self
      piece[axis].count = end - start
      for k in 0..<N { piece.pointers[k] += start * self[axis].steps[k] }
      return body(piece)
    }
  }
}
