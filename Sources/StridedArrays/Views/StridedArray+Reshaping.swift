// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

/// Whether an operation that can often give a view may copy instead.
///
/// NumPy: the `copy=` argument, `None`, `True` and `False`.
public enum CopyPolicy: Hashable, Sendable {
  /// A view where one exists, else a copy.
  case ifNeeded
  /// Always fresh memory.
  case always
  /// A view, or an error that says what stands in the way.
  case never
}

extension StridedArray {
  /// Returns the elements in another shape: a view where one exists, else a copy.
  ///
  /// One length may be -1: it becomes what the others leave. `order` is the order in which elements
  /// are read and placed, whatever the memory's is.
  ///
  /// - Throws: `ArrayError` of kind `value` if the counts differ, or with an `obstacle` if
  ///   `copying` is `never` and no view exists.
  ///
  /// NumPy: `numpy.reshape`. Returns a view or copies.
  @inlinable public func reshaped(
    _ shape: [Int], order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    let order = layout.resolved(order, itemSize: itemSize)
    guard order != .keep else {
      throw ArrayError(.value, "order 'K' is not permitted for reshaping")
    }
    var reason = CopyReason.explicit
    if copying != .always {
      do throws(ArrayError) {
        return view(try layout.reshaped(to: shape, order: order, itemSize: itemSize))
      } catch {
        guard copying == .ifNeeded, let obstacle = error.obstacle else { throw error }
        reason = .notViewable(obstacle)
      }
    }
    return try copied(to: shape, order: order, because: reason, operation: "reshaped")
  }

  /// Copies the elements, read and placed in `order`, to fresh memory of another shape.
  @usableFromInline func copied(
    to shape: [Int], order: MemoryOrder, because reason: CopyReason, operation: String
  ) throws(ArrayError) -> Self {
    let shape = try layout.resolvedShape(shape)
    let dense = try Layout.dense(shape: shape, itemSize: itemSize, order: order)
    // The copy is filled through a view of it in this array's shape.
    let asSource = try Layout.dense(shape: self.shape, itemSize: itemSize, order: order)
    return try filled(dense, through: asSource, because: reason, operation: operation)
  }

  /// Copies the elements to fresh memory with one layout, written through another one.
  @usableFromInline func filled(
    _ layout: Layout, through asSource: Layout, because reason: CopyReason, operation: String
  ) throws(ArrayError) -> Self {
    try LedgerReport.naming(operation) { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(layout, dtype)
      try LedgerReport.copying(result.byteCount, reason, operation: operation)
      try result.view(asSource).assign(from: erased)
      return Self(adopting: result)
    }
  }

  /// Returns the elements in another shape: a view where one exists, else a copy.
  ///
  /// NumPy: `numpy.reshape`. Returns a view or copies.
  @inlinable public func reshaped(
    _ shape: [Int], order: MemoryOrder = .rowMajor
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      try reshaped(shape, order: order, copying: .ifNeeded)
    }
  }

  /// Returns the elements in another shape: a view where one exists, else a copy.
  ///
  /// NumPy: `numpy.reshape`. Returns a view or copies.
  @inlinable public func reshaped(_ lengths: Int..., order: MemoryOrder = .rowMajor) throws(Failure)
    -> Self
  {
    try reshaped(lengths, order: order)
  }

  /// Returns the elements in another shape.
  ///
  /// NumPy: `numpy.reshape(…, copy=)`. Returns a view or copies, as `copying` says.
  @inlinable public func reshaped(
    _ lengths: Int..., order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    try reshaped(lengths, order: order, copying: copying)
  }

  /// Returns the elements along one axis: a view where they already lie so without gaps.
  ///
  /// NumPy: `numpy.ravel`. Returns a view or copies.
  @inlinable public func raveled(
    order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    var reason = CopyReason.explicit
    if copying != .always {
      do throws(ArrayError) {
        return view(try layout.raveled(order: order, itemSize: itemSize))
      } catch {
        guard copying == .ifNeeded, let obstacle = error.obstacle else { throw error }
        reason = .notViewable(obstacle)
      }
    }
    let operation = copying == .always ? "flattened" : "raveled"
    let resolved = layout.resolved(order, itemSize: itemSize)
    if resolved != .keep {
      return try copied(to: [-1], order: resolved, because: reason, operation: operation)
    }
    // Zero strides are ambiguous here and keep row-major order, unlike in a copy.
    let axisOrder = Layout.memoryOrder(of: [layout])
    return try filled(
      .dense(shape: [count], itemSize: itemSize),
      through: .dense(shape: shape, itemSize: itemSize, axisOrder: axisOrder),
      because: reason, operation: operation)
  }

  /// Returns the elements along one axis: a view where they already lie so without gaps.
  ///
  /// NumPy: `numpy.ravel`. Returns a view or copies.
  @inlinable public func raveled(order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in try raveled(order: order, copying: .ifNeeded) }
  }

  /// Returns a copy of the elements along one axis. NumPy: `numpy.ndarray.flatten`. Copies.
  @inlinable public func flattened(order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in try raveled(order: order, copying: .always) }
  }
}
