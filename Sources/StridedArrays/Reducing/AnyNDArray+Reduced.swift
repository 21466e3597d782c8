// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
public import StridedMemory

extension Reduction {
  /// The type of the results where none is asked for.
  func resultType(_ dtype: DType) -> DType {
    switch self {
    case .sum, .product, .sumOfNumbers, .productOfNumbers: dtype.sum
    case .minimum, .maximum, .minimumNumber, .maximumNumber: dtype.native
    case .any, .all: .bool
    case .count, .countOfNumbers: .int
    }
  }
}

extension AnyNDArray {
  /// Reduces axes by an operation: all of them, or the named ones.
  ///
  /// Small integers sum and multiply in the machine's word. The remaining axes of a fresh result
  /// keep their order in memory. Whatever memory `target` shares with the inputs, the result is
  /// what copying them first would give.
  ///
  /// - Parameters:
  ///   - axes: The axes to reduce; nil for all.
  ///   - keepingAxes: Whether reduced axes stay, with length 1.
  ///   - dtype: The type that elements collect in, and of a fresh result.
  ///   - initial: One element with which every result starts.
  ///   - mask: Truth values, broadcast to this shape; false leaves an element out.
  ///   - target: An array of the result's shape that takes the results.
  ///
  /// - Throws: `ArrayError` of kind `axis` or `value` if axes or shapes don't fit, or if nothing
  ///   is left to be a minimum or maximum; `type` if the operation isn't defined for the type.
  ///
  /// NumPy: `numpy.ufunc.reduce`. Copies.
  @discardableResult public func reduced(
    _ operation: Reduction, axes: [Int]? = nil, keepingAxes: Bool = false, dtype: DType? = nil,
    initial: AnyNDArray? = nil, where mask: AnyNDArray? = nil, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard self.dtype.isNumber else {
      throw ArrayError(.type, "\(self.dtype) can't be reduced; reduce its fields")
    }
    let resultType = dtype ?? operation.resultType(self.dtype)
    let shape = try ReducedShape(self, axes, itemSize: resultType.itemSize, mask: mask)
    if let initial, initial.count != 1 {
      throw ArrayError(
        .value, "an initial value is one element, not \(initial.shape)", operand: "initial",
        shapes: [initial.shape])
    }
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let (result, layout) = try shape.target(target, resultType, keepingAxes: keepingAxes)
      let source = try apart(from: target)
      let mask = try mask?.apart(from: target)
      let initial = try initial?.apart(from: target)
      defer { withExtendedLifetime((source, result, mask, initial)) {} }
      let place = Operand(storage: result.storage, layout: layout, dtype: result.dtype)
      guard target != nil, dtype != nil, result.dtype != resultType else {
        try Loops.reduce(
          operation, into: place, source.operand, axes: shape.axes, where: mask?.operand,
          initial: initial?.operand)
        return result
      }
      // The type to collect in isn't that of the target: it goes by way of a fresh array.
      let fresh = try reduced(
        operation, axes: axes, dtype: dtype, initial: initial, where: mask)
      try Loops.assign(place, from: fresh.operand)
      return result
    }
  }
}

extension TypedArray where Item: Scalar {
  func reduced<Result: Scalar>(
    _ operation: Reduction, _ axes: [Int], _ keepingAxes: Bool, initial: Result? = nil,
    where mask: NDArray<Bool>? = nil, into target: NDArray<Result>? = nil
  ) -> NDArray<Result> {
    Self.attempt { () throws(ArrayError) in
      NDArray<Result>(
        adopting: try erased.reduced(
          operation, axes: axes, keepingAxes: keepingAxes,
          initial: initial.map { NDArray(scalar: $0).erased }, where: mask?.erased,
          into: target?.erased))
    }
  }

  /// Reduces all elements to a value that needs no array.
  func reduced<Result: Scalar>(
    _ operation: Reduction, initial: Result? = nil, where mask: NDArray<Bool>? = nil
  ) -> Result {
    Self.attempt { () throws(ArrayError) in
      let scalar = try Layout(axes: AxisList())
      let (operand, mask) = (erased.operand, mask?.erased)
      let initial = initial.map { NDArray(scalar: $0).erased }
      defer { withExtendedLifetime((self, mask, initial)) {} }
      let axes = Array(0..<rank)
      var bytes: (UInt64, UInt64) = (0, 0)
      return try withUnsafeMutableBytes(of: &bytes) { bytes throws(ArrayError) in
        guard let base = bytes.baseAddress else { throw ArrayError(.memory, "no memory") }
        try Loops.reduce(
          operation, into: Operand(base: base, layout: scalar, dtype: Result.dtype), operand,
          axes: axes, where: mask?.operand, initial: initial?.operand)
        return Result.load(from: base)
      }
    }
  }
}
