// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
package import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Makes an array over fresh memory: the one place where the library makes one.
  package static func allocate(
    _ layout: Layout, _ dtype: DType, zeroed: Bool = false, isWritable: Bool = true
  ) throws(ArrayError) -> AnyNDArray {
    let storage = try Storage.allocate(
      byteCount: layout.byteBounds(itemSize: dtype.itemSize).count, zeroed: zeroed,
      isWritable: isWritable, layout: layout, dtype: dtype)
    return AnyNDArray(
      storage: storage.held(as: layout, dtype, isRoot: true), layout: layout, dtype: dtype,
      rights: [.root, .writable])
  }

  /// The dense layout of a copy of this array in `order`, with elements of `itemSize` bytes.
  package func copyLayout(_ order: MemoryOrder, itemSize newSize: Int) throws(ArrayError) -> Layout
  {
    let isKept = order == .keep && rank > 1 && !isContiguous(.rowMajor)
    if isKept, !isContiguous(.columnMajor) {
      return try .dense(shape: shape, itemSize: newSize, axisOrder: layout.memoryOrder())
    }
    let dense = isKept ? .columnMajor : layout.resolved(order, itemSize: itemSize)
    return try .dense(
      shape: shape, itemSize: newSize, order: dense == .columnMajor ? dense : .rowMajor)
  }

  /// What the loops see of the array.
  package var operand: Operand { Operand(storage: storage, layout: layout, dtype: dtype) }

  /// A copy that the program asked for.
  @usableFromInline func copied(_ order: MemoryOrder) throws(ArrayError) -> AnyNDArray {
    try copied(order, because: .explicit, operation: "copy")
  }

  /// Writes `source`, broadcast to this shape and cast to this type, to every element.
  ///
  /// Whatever memory the two share, the result is what copying the source first would give; a copy
  /// is made only where no order of walking avoids it. Through a view that overlaps itself, the last
  /// element in row-major order wins.
  ///
  /// - Throws: `ArrayError` of kind `readOnly`, of kind `value` if the shapes do not fit, of kind
  ///   `type` if the types do not convert.
  ///
  /// NumPy: `a[...] = source`.
  public func assign(from source: AnyNDArray) throws(ArrayError) {
    try checkWritable()
    // What `a[1...] += b` stores is the view that it updated.
    if storage === source.storage, layout == source.layout, dtype == source.dtype { return }
    if copyLine(source) { return }
    defer { withExtendedLifetime((self, source)) {} }
    try LedgerReport.naming("assign") { () throws(ArrayError) in
      let source = try source.apart(from: self)
      defer { withExtendedLifetime(source) {} }
      try Loops.assign(operand, from: source.operand)
    }
  }

  /// Whether `target` shares bytes that addresses do not show: those of a file that both map.
  func isHidden(in target: AnyNDArray) -> Bool {
    guard let mine = storage.file, let theirs = target.storage.file,
      !storage.isSame(as: target.storage), theirs.distance(to: mine) != nil
    else { return false }
    return overlapAnswer(with: target, effort: .exact) != .disjoint
  }

  /// What an operation may read while it writes `target`: this array, or a copy where the two share
  /// bytes that the loops can't see by their addresses.
  package func apart(from target: AnyNDArray?) throws(ArrayError) -> AnyNDArray {
    guard let target, isHidden(in: target) else { return self }
    return try withoutRepeats().copiedAside().broadcast(to: shape)
  }

  /// A copy of what is to be read after its memory is written.
  func copiedAside() throws(ArrayError) -> AnyNDArray {
    try copied(.keep, because: .overlap, operation: "assign")
  }

  /// Writes the elements in row-major order to memory that takes as many of them, nil for none.
  func write(to address: UnsafeMutableRawPointer?) throws(ArrayError) {
    guard let address else { return }
    defer { withExtendedLifetime(self) {} }
    let dense = try Layout.dense(shape: shape, itemSize: itemSize)
    try Loops.assign(Operand(base: address, layout: dense, dtype: dtype), from: operand)
  }

  package func checkWritable() throws(ArrayError) {
    guard isWritable else {
      throw ArrayError(
        .readOnly,
        "assignment destination is read-only: "
          + (storage.isWritable ? "the view" : "the memory of the array")
          + " of shape \(shape) may not be written; copy it first",
        operand: "target", shapes: [shape])
    }
  }
}

extension StridedArray {
  /// Returns a copy over fresh memory that it owns, with its axes in `order`.
  ///
  /// NumPy: `numpy.ndarray.copy`. Copies.
  @inlinable public func copy(order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.copied(order))
    }
  }

  /// Returns this array where it already lies without gaps in `order`, else a copy that does.
  ///
  /// NumPy: `numpy.asarray(a, order=)`; with `minimumRank: 1` `numpy.ascontiguousarray`.
  /// Returns a view or copies.
  public func contiguous(
    _ order: MemoryOrder = .rowMajor, minimumRank: Int = 0
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      try contiguous(order, minimumRank: minimumRank, copying: .ifNeeded)
    }
  }

  /// Returns this array where it already lies without gaps in `order`, else a copy that does.
  ///
  /// - Throws: `ArrayError` of kind `value` with a `copyReason` if `copying` is `never` and the
  ///   elements lie otherwise.
  ///
  /// NumPy: `numpy.asarray(a, order=, copy=)`. Returns a view or copies, as `copying` says.
  public func contiguous(
    _ order: MemoryOrder = .rowMajor, minimumRank: Int = 0, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    let padded = rank >= minimumRank ? self : view(try layout.expanded(toRank: minimumRank))
    let reason = copying == .always ? .explicit : padded.copyReason(contiguousIn: order)
    guard let reason else { return padded }
    guard copying != .never else {
      throw ArrayError(
        copying: reason, for: "an array in order '\(order.rawValue)'", byteCount: byteCount)
    }
    return Self(adopting: try padded.erased.copied(order, because: reason, operation: "contiguous"))
  }
}

extension AnyNDArray {
  /// Returns an array of the same shape and type over fresh memory of any content.
  ///
  /// - Throws: `ArrayError` of kind `type` for users' structs, of which any bytes need not be a value.
  ///
  /// NumPy: `numpy.empty_like`.
  public static func empty(
    like other: AnyNDArray, order: MemoryOrder = .keep
  ) throws(ArrayError) -> AnyNDArray { try fresh(like: other, order, zeroed: false) }

  /// Returns an array of the same shape and type filled with zeros.
  ///
  /// - Throws: `ArrayError` of kind `type` for users' structs, of which zeros need not be a value.
  ///
  /// NumPy: `numpy.zeros_like`.
  public static func zeros(
    like other: AnyNDArray, order: MemoryOrder = .keep
  ) throws(ArrayError) -> AnyNDArray { try fresh(like: other, order, zeroed: true) }

  private static func fresh(
    like other: AnyNDArray, _ order: MemoryOrder, zeroed: Bool
  ) throws(ArrayError) -> AnyNDArray {
    guard other.dtype.isPlain else {
      throw ArrayError(.type, "a user's struct needs values; use NDArray.full or copy()")
    }
    let layout = try other.copyLayout(order, itemSize: other.itemSize)
    return try allocate(layout, other.dtype, zeroed: zeroed)
  }
}
