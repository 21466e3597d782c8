// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Reduces axes by an operation: all of them, or the named ones.
  ///
  /// Small integers sum in the machine's word. The remaining axes keep their order in memory.
  ///
  /// - Parameters:
  ///   - axes: The axes to reduce; nil for all.
  ///   - keepingAxes: Whether reduced axes stay, with length 1.
  ///
  /// NumPy: `numpy.sum(a, axis, keepdims)` and the like. Copies.
  public func reduced(
    _ operation: Reduction, axes: [Int]? = nil, keepingAxes: Bool = false
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no sum, minimum or maximum") }
    var reduced = Array(repeating: axes == nil, count: rank)
    for axis in axes ?? [] {
      let axis = try layout.normalizedAxis(axis)
      guard !reduced[axis] else {
        throw ArrayError(.value, "duplicate value in 'axis': \(axis) is named twice", axis: axis)
      }
      reduced[axis] = true
    }
    let resultType = operation == .sum ? dtype.sum : dtype.native
    let reducedAxes = (0..<rank).filter { reduced[$0] }
    let withAxes = try Layout.dense(
      shape: (0..<rank).map { reduced[$0] ? 1 : layout.axes[$0].length },
      itemSize: resultType.itemSize, axisOrder: Layout.memoryOrder(of: [layout]))
    let withoutAxes = try withAxes.squeezed(axes: reducedAxes)
    return try LedgerReport.naming(operation.name) { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(keepingAxes ? withAxes : withoutAxes, resultType)
      defer { withExtendedLifetime((self, result)) {} }
      try Loops.reduce(
        operation, into: Operand(storage: result.storage, layout: withoutAxes, dtype: resultType),
        operand, axes: reducedAxes)
      return result
    }
  }

  /// The sum of all elements, or along axes. NumPy: `numpy.sum`. Copies.
  public func sum(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.sum, axes: axes, keepingAxes: keepingAxes)
  }

  /// The smallest elements; NaN wins. NumPy: `numpy.min`. Copies.
  public func min(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.minimum, axes: axes, keepingAxes: keepingAxes)
  }

  /// The largest elements; NaN wins. NumPy: `numpy.max`. Copies.
  public func max(axes: [Int]? = nil, keepingAxes: Bool = false) throws(ArrayError) -> AnyNDArray {
    try reduced(.maximum, axes: axes, keepingAxes: keepingAxes)
  }
}
