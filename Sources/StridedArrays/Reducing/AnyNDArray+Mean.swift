// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// The mean of all elements, or the means along axes.
  ///
  /// Integers and truth values give `float64`; `float16` collects in `float32`. The mean of nothing
  /// is NaN. The remaining axes of a fresh result keep their order in memory.
  ///
  /// NumPy: `numpy.mean`, `numpy.nanmean`. Copies.
  @discardableResult public func mean(
    axes: [Int]? = nil, keepingAxes: Bool = false, dtype: DType? = nil,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    let resultType = dtype ?? self.dtype.quotient
    return try LedgerReport.naming("mean") { () throws(ArrayError) in
      let sums = try sums(axes, resultType.collecting, mask, ignoringNaN)
      let counts = try counts(axes, mask, ignoringNaN, 0, resultType.collecting.part)
      let (result, place) = try place(resultType, axes, keepingAxes, mask, target)
      try AnyNDArray.apply(.divide, sums, counts, into: place)
      return result
    }
  }

  /// The variance of all elements, or the variances along axes.
  ///
  /// The mean of the squared distances from the mean, of which the divisor is the number of
  /// elements less `correction`. Types are those of `mean`, of complex numbers that of their parts.
  /// Two passes and no temporary of this array's size.
  ///
  /// NumPy: `numpy.var`, `numpy.nanvar`; `correction` is `ddof`. Copies.
  @discardableResult public func variance(
    axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("variance") { () throws(ArrayError) in
      let (sums, counts) = try deviations(axes, correction, mask, ignoringNaN)
      let (result, place) = try place(dtype.quotient.part, axes, keepingAxes, mask, target)
      try AnyNDArray.apply(.divide, sums, counts, into: place)
      return result
    }
  }

  /// The standard deviation of all elements, or those along axes: the root of the variance.
  ///
  /// NumPy: `numpy.std`, `numpy.nanstd`; `correction` is `ddof`. Copies.
  @discardableResult public func standardDeviation(
    axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0,
    where mask: AnyNDArray? = nil, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("standardDeviation") { () throws(ArrayError) in
      let (sums, counts) = try deviations(axes, correction, mask, ignoringNaN)
      let (result, place) = try place(dtype.quotient.part, axes, keepingAxes, mask, target)
      try AnyNDArray.apply(.divide, sums, counts, into: sums)
      try AnyNDArray.apply(.sqrt, sums, into: place)
      return result
    }
  }

  /// The sums along axes, which stay, in the type that they collect in.
  private func sums(
    _ axes: [Int]?, _ dtype: DType, _ mask: AnyNDArray?, _ ignoringNaN: Bool
  ) throws(ArrayError) -> AnyNDArray {
    try reduced(
      ignoringNaN ? .sumOfNumbers : .sum, axes: axes, keepingAxes: true, dtype: dtype, where: mask)
  }

  /// The sums of squared distances from the means, and what to divide them by; the axes stay.
  private func deviations(
    _ axes: [Int]?, _ correction: Int, _ mask: AnyNDArray?, _ ignoringNaN: Bool
  ) throws(ArrayError) -> (sums: AnyNDArray, counts: AnyNDArray) {
    let collecting = dtype.quotient.collecting
    let means = try self.sums(axes, collecting, mask, ignoringNaN)
    try AnyNDArray.apply(
      .divide, means, self.counts(axes, mask, ignoringNaN, 0, collecting.part), into: means)
    let shape = try ReducedShape(self, axes, itemSize: collecting.part.itemSize, mask: mask)
    let sums = try AnyNDArray.allocate(shape.withAxes, collecting.part)
    let place = Operand(storage: sums.storage, layout: shape.withoutAxes, dtype: sums.dtype)
    let counts = try self.counts(axes, mask, ignoringNaN, correction, collecting.part)
    var (values, mean, mask, ignoringNaN) = (self, means, mask, ignoringNaN)
    var reduced = shape.axes
    if dtype.isComplex {
      // A number with one part that is no NaN is left out whole.
      if ignoringNaN { mask = try numbers(mask) }
      ignoringNaN = false
      // The squared distance is the sum of those of the parts: one more axis to reduce.
      values = try asParts()
      mean = try means.asParts()
      mask = try mask.map { (mask) throws(ArrayError) in
        try mask.broadcast(to: self.shape).expanded(axes: [-1])
      }
      reduced.append(rank)
    }
    defer { withExtendedLifetime((values, mean, mask, sums)) {} }
    try Loops.deviations(
      into: place, values.operand, means: mean.operand, axes: reduced, where: mask?.operand,
      ignoringNaN: ignoringNaN)
    return (sums, counts)
  }

  /// How many elements make each mean, less `correction`, as numbers of type `dtype`.
  private func counts(
    _ axes: [Int]?, _ mask: AnyNDArray?, _ ignoringNaN: Bool, _ correction: Int, _ dtype: DType
  ) throws(ArrayError) -> AnyNDArray {
    let mayBeNaN = ignoringNaN && (self.dtype.isFloat || self.dtype.isComplex)
    guard mask != nil || mayBeNaN else {
      let count = try ReducedShape(self, axes, itemSize: 1).count
      return try NDArray(scalar: Double(Swift.max(count - correction, 0))).erased.cast(to: dtype)
    }
    var counts: AnyNDArray
    if mayBeNaN {
      counts = try reduced(.countOfNumbers, axes: axes, keepingAxes: true, where: mask)
    } else {
      let mask = try mask?.broadcast(to: shape) ?? self
      counts = try mask.reduced(.count, axes: axes, keepingAxes: true)
    }
    if correction != 0 {
      let (zero, less) = (NDArray(scalar: 0).erased, NDArray(scalar: correction).erased)
      counts = try .apply(.maximum, .apply(.subtract, counts, less), zero)
      // With too few numbers a variance that ignores NaNs is one.
      if ignoringNaN {
        let rest = try counts.cast(to: dtype)
        let none = try AnyNDArray.apply(.equal, counts, zero)
        try NDArray(scalar: Double.nan).erased.assign(to: rest, where: none)
        return rest
      }
    }
    return try counts.cast(to: dtype)
  }

  /// Truth values of the elements that `mask` lets pass and that are no NaN.
  private func numbers(_ mask: AnyNDArray?) throws(ArrayError) -> AnyNDArray {
    let numbers = try AnyNDArray.apply(.equal, self, self)
    guard let mask else { return numbers }
    return try .apply(.multiply, numbers, mask)
  }

  /// A view of complex numbers as their parts along one more axis.
  private func asParts() throws(ArrayError) -> AnyNDArray {
    var axes = layout.axes
    axes.append(Axis(length: 2, stride: dtype.part.itemSize))
    return viewed(
      as: try Layout(axes: axes, offset: layout.offset), dtype: dtype.part, rights: [])
  }

  /// An array for the results, and a view of it that still has the axes that are reduced.
  private func place(
    _ dtype: DType, _ axes: [Int]?, _ keepingAxes: Bool, _ mask: AnyNDArray?, _ target: AnyNDArray?
  ) throws(ArrayError) -> (result: AnyNDArray, place: AnyNDArray) {
    let shape = try ReducedShape(self, axes, itemSize: dtype.itemSize, mask: mask)
    let result = try shape.target(target, dtype, keepingAxes: keepingAxes).array
    return (result, keepingAxes ? result : try result.expanded(axes: shape.axes))
  }
}

extension DType {
  /// The type in which sums of the results collect.
  var collecting: DType { kind == .float16 ? .float32 : self }
}
