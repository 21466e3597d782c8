// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// Where the smallest element lies: in the flat row-major order, or along an axis.
  ///
  /// Of equal elements the first counts; a NaN wins, unless they are ignored.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is no element to choose, `axis`, `type`.
  ///
  /// NumPy: `numpy.argmin`, `numpy.nanargmin`. Copies.
  @discardableResult public func argmin(
    axis: Int? = nil, keepingAxes: Bool = false, ignoringNaN: Bool = false,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try argument(ignoringNaN ? .minimumNumber : .minimum, axis, keepingAxes, target)
  }

  /// Where the largest element lies: in the flat row-major order, or along an axis.
  ///
  /// Of equal elements the first counts; a NaN wins, unless they are ignored.
  ///
  /// - Throws: `ArrayError` of kind `value` if there is no element to choose, `axis`, `type`.
  ///
  /// NumPy: `numpy.argmax`, `numpy.nanargmax`. Copies.
  @discardableResult public func argmax(
    axis: Int? = nil, keepingAxes: Bool = false, ignoringNaN: Bool = false,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try argument(ignoringNaN ? .maximumNumber : .maximum, axis, keepingAxes, target)
  }

  private func argument(
    _ operation: Reduction, _ axis: Int?, _ keepingAxes: Bool, _ target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no order") }
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let shape = try ReducedShape(
        self, axis.map { [$0] }, itemSize: DType.int.itemSize, order: .rowMajor)
      var source = try cast(to: dtype.native, copying: .ifNeeded).apart(from: target)
      if axis == nil || rank == 0 { source = try source.raveled() }
      let (result, layout) = try shape.target(target, .int, keepingAxes: keepingAxes)
      defer { withExtendedLifetime((source, result)) {} }
      let place = Operand(storage: result.storage, layout: layout, dtype: result.dtype)
      try Loops.argument(
        operation, into: place, source.operand, axis: axis == nil ? 0 : shape.axes.first ?? 0)
      let mayFail =
        operation.rawValue > Reduction.count.rawValue && (dtype.isFloat || dtype.isComplex)
      if mayFail, result.count > 0, try result.reduced(.minimum).item(as: Int.self) < 0 {
        throw ArrayError(.value, "All-NaN slice encountered")
      }
      return result
    }
  }

  /// The distance of the largest from the smallest element: of all, or along axes.
  ///
  /// Integers wrap. NumPy: `numpy.ptp`. Copies.
  @discardableResult public func peakToPeak(
    axes: [Int]? = nil, keepingAxes: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("peakToPeak") { () throws(ArrayError) in
      let least = try min(axes: axes, keepingAxes: keepingAxes)
      let most = try max(axes: axes, keepingAxes: keepingAxes)
      let result = target ?? most
      try result.checkReceives(most.dtype, most.shape)
      try AnyNDArray.apply(.subtract, most, least, into: result)
      return result
    }
  }
}

extension TypedArray where Item: Scalar {
  /// Where the smallest element lies in the flat row-major order, the first of several.
  ///
  /// A NaN wins, unless they are ignored. NumPy: `numpy.argmin`, `numpy.nanargmin`.
  public func argmin(ignoringNaN: Bool = false) -> Int {
    Self.attempt { () throws(ArrayError) in
      try erased.argmin(ignoringNaN: ignoringNaN).item(as: Int.self)
    }
  }

  /// Where along an axis the smallest elements lie. NumPy: `numpy.argmin(axis=)`. Copies.
  @discardableResult public func argmin(
    axis: Int, keepingAxes: Bool = false, ignoringNaN: Bool = false,
    into target: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.argmin(
          axis: axis, keepingAxes: keepingAxes, ignoringNaN: ignoringNaN, into: target?.erased))
    }
  }

  /// Where the largest element lies in the flat row-major order, the first of several.
  ///
  /// A NaN wins, unless they are ignored. NumPy: `numpy.argmax`, `numpy.nanargmax`.
  public func argmax(ignoringNaN: Bool = false) -> Int {
    Self.attempt { () throws(ArrayError) in
      try erased.argmax(ignoringNaN: ignoringNaN).item(as: Int.self)
    }
  }

  /// Where along an axis the largest elements lie. NumPy: `numpy.argmax(axis=)`. Copies.
  @discardableResult public func argmax(
    axis: Int, keepingAxes: Bool = false, ignoringNaN: Bool = false,
    into target: NDArray<Int>? = nil
  ) -> NDArray<Int> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.argmax(
          axis: axis, keepingAxes: keepingAxes, ignoringNaN: ignoringNaN, into: target?.erased))
    }
  }

  /// The distance of the largest from the smallest element. NumPy: `numpy.ptp`.
  public func peakToPeak() -> Item {
    Self.attempt { () throws(ArrayError) in try erased.peakToPeak().item(as: Item.self) }
  }

  /// The distances of the largest from the smallest elements along axes. NumPy: `numpy.ptp`.
  /// Copies.
  @discardableResult public func peakToPeak(
    axes: [Int], keepingAxes: Bool = false, into target: NDArray<Item>? = nil
  ) -> NDArray<Item> {
    Self.attempt { () throws(ArrayError) in
      NDArray(
        adopting: try erased.peakToPeak(
          axes: axes, keepingAxes: keepingAxes, into: target?.erased))
    }
  }
}
