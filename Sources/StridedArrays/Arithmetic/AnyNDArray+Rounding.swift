// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Rounds to a number of decimals, halves to even; negative counts round to tens, hundreds …
  ///
  /// As NumPy does it: the numbers are scaled, rounded to whole ones, and scaled back. Integers
  /// change for negative counts only; truth values become `float16`.
  ///
  /// - Parameter target: Where to write the result, whatever memory the two share; nil for fresh
  ///   memory.
  /// - Throws: `ArrayError` of kind `type` for records and for a target that can't hold the type, of
  ///   kind `value` for a target of another shape, of kind `readOnly`.
  ///
  /// NumPy: `numpy.round(a, decimals, out=target)`. Copies.
  @discardableResult public func rounded(
    decimals: Int = 0, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    if dtype.isInteger, decimals >= 0 {
      return try target == nil ? copy(order: .keep) : delivered(into: target)
    }
    if let target, decimals == 0 || dtype.kind == .bool {
      try AnyNDArray.apply(.rint, self, into: target)
      return target
    }
    return try roundedAside(decimals).delivered(into: target)
  }

  private func roundedAside(_ decimals: Int) throws(ArrayError) -> AnyNDArray {
    if dtype.isInteger {
      let scale = try AnyNDArray.powerOfTen(decimals, .float64)
      let whole = try AnyNDArray.apply(.rint, AnyNDArray.apply(.divide, self, scale))
      return try AnyNDArray.apply(.multiply, whole, scale).cast(to: dtype.native)
    }
    if decimals == 0 || dtype.kind == .bool { return try AnyNDArray.apply(.rint, self) }
    let result = try copy(order: .keep).cast(to: dtype.native, copying: .ifNeeded)
    let parts = dtype.isComplex ? [result.real(), try result.imaginary()] : [result]
    let scale = try AnyNDArray.powerOfTen(decimals, dtype.part.native)
    for part in parts {
      try AnyNDArray.apply(decimals > 0 ? .multiply : .divide, part, scale, into: part)
      try AnyNDArray.apply(.rint, part, into: part)
      try AnyNDArray.apply(decimals > 0 ? .divide : .multiply, part, scale, into: part)
    }
    return result
  }

  /// 10 to the magnitude of `decimals`; beyond all numbers' range it is infinite.
  private static func powerOfTen(
    _ decimals: Int, _ dtype: DType
  ) throws(ArrayError) -> AnyNDArray {
    var power = 1.0
    for _ in 0..<Swift.min(decimals.magnitude, 400) { power *= 10 }
    return try NDArray(scalar: power).erased.cast(to: dtype)
  }

  /// Limits the elements to bounds, which broadcast; nil leaves a side open.
  ///
  /// Where the bounds cross, the upper one wins. NaN stays NaN, as element and as bound.
  ///
  /// - Parameter target: Where to write the result, whatever memory the arrays share; nil for fresh
  ///   memory.
  /// - Throws: `ArrayError` of kind `value` for the shapes, of kind `type` for the types, of kind
  ///   `readOnly`.
  ///
  /// NumPy: `numpy.clip(a, low, high, out=target)`. Copies.
  @discardableResult public func clipped(
    _ low: AnyNDArray?, _ high: AnyNDArray?, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    guard let target else { return try clippedAside(low, high) }
    switch (low, high) {
    case (let low?, let high?): try AnyNDArray.apply(.clip, self, low, high, into: target)
    case (let low?, nil): try AnyNDArray.apply(.maximum, self, low, into: target)
    case (nil, let high?): try AnyNDArray.apply(.minimum, self, high, into: target)
    case (nil, nil): _ = try delivered(into: target)
    }
    return target
  }

  private func clippedAside(
    _ low: AnyNDArray?, _ high: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    switch (low, high) {
    case (let low?, let high?): try AnyNDArray.apply(.clip, self, low, high)
    case (let low?, nil): try AnyNDArray.apply(.maximum, self, low)
    case (nil, let high?): try AnyNDArray.apply(.minimum, self, high)
    case (nil, nil): try copy(order: .keep)
    }
  }
}
