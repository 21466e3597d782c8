// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

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
  public func reshaped(
    _ shape: [Int], order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    let order = layout.resolved(order, itemSize: itemSize)
    guard order != .keep else {
      throw ArrayError(.value, "order 'K' is not permitted for reshaping")
    }
    if copying != .always {
      do throws(ArrayError) {
        return view(try layout.reshaped(to: shape, order: order, itemSize: itemSize))
      } catch {
        guard copying == .ifNeeded, error.obstacle != nil else { throw error }
      }
    }
    let shape = try layout.resolvedShape(shape)
    let result = try AnyNDArray.allocate(
      Layout.dense(shape: shape, itemSize: itemSize, order: order), dtype)
    // The copy is filled through a view of it in this array's shape.
    let asSource = try Layout.dense(shape: self.shape, itemSize: itemSize, order: order)
    try result.view(asSource).assign(from: erased)
    return Self(adopting: result)
  }

  /// Returns the elements in another shape: a view where one exists, else a copy.
  ///
  /// NumPy: `numpy.reshape`. Returns a view or copies.
  public func reshaped(
    _ shape: [Int], order: MemoryOrder = .rowMajor
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      try reshaped(shape, order: order, copying: .ifNeeded)
    }
  }

  /// Returns the elements in another shape: a view where one exists, else a copy.
  ///
  /// NumPy: `numpy.reshape`. Returns a view or copies.
  public func reshaped(_ lengths: Int..., order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try reshaped(lengths, order: order)
  }

  /// Returns the elements in another shape.
  ///
  /// NumPy: `numpy.reshape(…, copy=)`. Returns a view or copies, as `copying` says.
  public func reshaped(
    _ lengths: Int..., order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    try reshaped(lengths, order: order, copying: copying)
  }

  /// Returns the elements along one axis: a view where they already lie so without gaps.
  ///
  /// NumPy: `numpy.ravel`. Returns a view or copies.
  public func raveled(
    order: MemoryOrder = .rowMajor, copying: CopyPolicy
  ) throws(ArrayError) -> Self {
    if copying != .always {
      do throws(ArrayError) {
        return view(try layout.raveled(order: order, itemSize: itemSize))
      } catch {
        guard copying == .ifNeeded, error.obstacle != nil else { throw error }
      }
    }
    if order == .keep {
      let result = try AnyNDArray.allocate(.dense(shape: [count], itemSize: itemSize), dtype)
      // Zero strides are ambiguous here and keep row-major order, unlike in a copy.
      let order = Layout.memoryOrder(of: [layout])
      let inMemory = try Layout.dense(shape: shape, itemSize: itemSize, axisOrder: order)
      try result.view(inMemory).assign(from: erased)
      return Self(adopting: result)
    }
    return try reshaped([-1], order: order, copying: .always)
  }

  /// Returns the elements along one axis: a view where they already lie so without gaps.
  ///
  /// NumPy: `numpy.ravel`. Returns a view or copies.
  public func raveled(order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in try raveled(order: order, copying: .ifNeeded) }
  }

  /// Returns a copy of the elements along one axis. NumPy: `numpy.ndarray.flatten`. Copies.
  public func flattened(order: MemoryOrder = .rowMajor) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in try raveled(order: order, copying: .always) }
  }
}
