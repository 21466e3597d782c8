// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// The elements that an index with arrays and masks picks.
  ///
  /// The axes that the arrays broadcast to stand where the first of them stood, or first of all
  /// where they are separated by a slice, a new axis or an ellipsis. Next to an array, an integer
  /// counts as one. A fresh result is dense in row-major order. O(n).
  func picked(
    at index: [AdvancedIndex], into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    if target == nil, let mask = wholeMask(index), Loops.isWord(itemSize) {
      return try packed(where: mask)
    }
    if target == nil, index.count == 1, case .array(let positions) = index[0],
      let result = try takenAtOnce(positions)
    {
      return result
    }
    guard let terms = AnyNDArray.basicTerms(index) else {
      return try gathered(Picked(index, of: layout), into: target)
    }
    let view = try view(at: terms)
    guard let target else { return try view.copy() }
    try target.checkReceives(dtype, view.shape)
    try target.assign(from: view)
    return target
  }

  /// Writes `source`, broadcast and cast, to the elements that an index with arrays and masks picks.
  ///
  /// All positions are checked before anything is written. An element picked more than once gets
  /// the last of its values in the row-major order of the index. Whatever memory the array, the
  /// source and the indices share, the result is what copying them first would give. O(n).
  ///
  /// - Throws: as `gathered(at:)`; of kind `readOnly`; of kind `value` if the source does not
  ///   broadcast to the shape that the index picks; of kind `type` if the types do not convert.
  ///
  /// NumPy: `a[[0, 2], 1:, mask] = source`. Writes in place.
  public func scatter(_ source: AnyNDArray, at index: [AdvancedIndex]) throws(ArrayError) {
    try checkWritable()
    if let terms = AnyNDArray.basicTerms(index) {
      return try view(at: terms).assign(from: source)
    }
    if let mask = wholeMask(index), source.count == 1, !overlapsItself {
      return try source.squeezed().cast(to: dtype, copying: .ifNeeded).assign(to: self, where: mask)
    }
    try scatter(source, at: Picked(index, of: layout))
  }

  /// The terms of an index without arrays, or nil if there is one.
  private static func basicTerms(_ index: [AdvancedIndex]) -> [AxisIndex]? {
    var terms: [AxisIndex] = []
    for term in index {
      guard case .basic(let basic) = term else { return nil }
      terms.append(basic)
    }
    return terms
  }

  /// The one path of everything that reads through a list of offsets.
  ///
  /// A target may share memory with this array; elements go straight to it where it does not.
  func gathered(_ picked: Picked, into target: AnyNDArray? = nil) throws(ArrayError) -> AnyNDArray {
    if let target {
      try target.checkReceives(dtype, picked.shape)
      guard target.dtype == dtype,
        overlapAnswer(with: target, effort: .limited(work: 1)) == .disjoint,
        let flat = picked.flattened(target.layout, itemSize: itemSize)
      else {
        try target.assign(from: gathered(picked))
        return target
      }
      picked.gather(from: storage.address, to: target.storage.address, flat, itemSize: itemSize)
      return withExtendedLifetime((storage, target)) { target }
    }
    let result = try LedgerReport.naming("gathered") { () throws(ArrayError) in
      let result = try AnyNDArray.empty(picked.shape, dtype)
      try LedgerReport.copying(result.byteCount, .gather, operation: "gathered")
      return result
    }
    if let flat = picked.flattened(result.layout, itemSize: itemSize) {
      picked.gather(
        from: storage.address, to: result.storage.address, flat, itemSize: itemSize)
    }
    return withExtendedLifetime((storage, result)) { result }
  }

  /// The one path of everything that writes through a list of offsets.
  func scatter(_ source: AnyNDArray, at picked: Picked) throws(ArrayError) {
    try checkWritable()
    var source = try source.broadcast(toPicked: picked.shape)
    if source.dtype != dtype {
      // Broadcast axes are cast once and stay broadcast.
      source = try source.withoutRepeats().cast(to: dtype).broadcast(to: picked.shape)
    }
    if source.overlapAnswer(with: self, effort: .limited(work: 1)) != .disjoint {
      source = try source.withoutRepeats()
        .copied(.rowMajor, because: .overlap, operation: "scatter").broadcast(to: picked.shape)
    }
    var flat = picked.flattened(source.layout, itemSize: itemSize)
    if flat == nil {
      source = try source.copied(.rowMajor, because: .order, operation: "scatter")
      flat = picked.flattened(source.layout, itemSize: itemSize)
    }
    guard let flat else { return }
    try LedgerReport.writing(to: storage.address)
    picked.scatter(to: storage.address, from: source.storage.address, flat, itemSize: itemSize)
    withExtendedLifetime((storage, source)) {}
  }

  /// A view of `shape`; axes of length 1 that the shape lacks at the front are dropped.
  func broadcast(toPicked shape: [Int]) throws(ArrayError) -> AnyNDArray {
    var extra = 0
    while rank - extra > shape.count, layout.axes[extra].length == 1 { extra += 1 }
    do throws(ArrayError) {
      return try squeezed(axes: Array(0..<extra)).broadcast(to: shape)
    } catch {
      throw ArrayError(
        .value,
        "shape mismatch: value array of shape \(self.shape) could not be broadcast to indexing "
          + "result of shape \(shape)",
        operand: "values", shapes: [self.shape, shape])
    }
  }

  /// A view that holds each repeated element once: axes of stride 0 with length 1.
  func withoutRepeats() throws(ArrayError) -> AnyNDArray {
    try self[
      layout.axes.map { axis in
        axis.stride == 0 && axis.length > 1 ? .slice(Slice(0, 1)) : .slice(Slice())
      }]
  }
}
