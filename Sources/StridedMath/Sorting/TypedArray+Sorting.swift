// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
import StridedLayouts
public import StridedMemory

extension TypedArray where Item: Scalar {
  /// The elements in ascending order along an axis; NaNs come last. NumPy: `numpy.sort`. Copies.
  @discardableResult public func sorted(
    axis: Int = -1, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.sorted(axis: axis, into: target?.erased))
    }
  }

  /// The positions of the elements in ascending order along an axis. NumPy: `numpy.argsort`. Copies.
  @discardableResult public func argsort(
    axis: Int = -1, into target: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.argsort(axis: axis, into: target?.erased))
    }
  }

  /// Positions of the elements such that those at `places` are where a sort would put them.
  ///
  /// NumPy: `numpy.argpartition`. Copies.
  public func argpartition(at places: [Int], axis: Int = -1) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.argpartition(at: places, axis: axis))
    }
  }

  /// The elements with those at `places` where a sort would put them. NumPy: `numpy.partition`.
  /// Copies.
  @discardableResult public func partitioned(
    at places: [Int], axis: Int = -1, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.partitioned(at: places, axis: axis, into: target?.erased))
    }
  }

  /// Where values would have to be inserted into this sorted row to keep it sorted.
  ///
  /// NumPy: `numpy.searchsorted`. Copies.
  public func searchSorted(
    _ values: some TypedArray<Item>, side: AnyNDArray.Side = .left, sorter: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.searchSorted(values.erased, side: side, sorter: sorter?.erased))
    }
  }
}

extension NDArray where Item: Scalar {
  /// Sorts the elements along an axis, in place. NumPy: `numpy.ndarray.sort`.
  public func sort(axis: Int = -1) { sorted(axis: axis, into: self) }

  /// Partitions the elements along an axis, in place. NumPy: `numpy.ndarray.partition`.
  public func partition(at places: [Int], axis: Int = -1) {
    partitioned(at: places, axis: axis, into: self)
  }

  /// The positions that sort by several keys: the last one first, then the one before it. NumPy:
  /// `numpy.lexsort`. Copies.
  public static func lexsort(_ keys: [NDArray<Item>], axis: Int = -1) -> NDArray<Int> {
    attempt { () throws(ArrayError) in
      NDArray<Int>(adopting: try AnyNDArray.lexsort(keys.map { $0.erased }, axis: axis))
    }
  }
}
