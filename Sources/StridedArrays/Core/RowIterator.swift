// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// Goes over the first axis of an array and gives views; an array of rank 0 gives none.
///
/// NumPy: `for row in a`.
public struct RowIterator<Base: StridedArray>: IteratorProtocol {
  private let array: Base
  private var position = 0

  init(_ array: Base) { self.array = array }

  public mutating func next() -> Base? {
    guard array.rank > 0, position < array.layout.axes[0].length else { return nil }
    defer { position += 1 }
    // The position is within the axis, so that there is such a view.
    guard let row = try? array.layout.indexed(by: .index(position)) else { return nil }
    return array.view(row)
  }
}

extension NDArray: Sequence {
  /// Goes over the first axis. NumPy: `for row in a`. Returns views.
  public func makeIterator() -> RowIterator<NDArray> { RowIterator(self) }
}

extension AnyNDArray: Sequence {
  /// Goes over the first axis. NumPy: `for row in a`. Returns views.
  public func makeIterator() -> RowIterator<AnyNDArray> { RowIterator(self) }
}

extension FrozenArray: Sequence {
  /// Goes over the first axis. NumPy: `for row in a`. Returns frozen views.
  public func makeIterator() -> RowIterator<FrozenArray> { RowIterator(self) }
}
