// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import RealModule
import StridedLayouts
import StridedLoops
import StridedMemory

// What margins are computed from: statistics of lines, and ramps.
extension AnyNDArray {
  /// A statistic of each line along an axis, which stays with length 1.
  func statistic(
    _ statistic: Padding.Statistic, _ axis: Int
  ) throws(ArrayError) -> AnyNDArray {
    switch statistic {
    case .maximum: return try reduced(.maximum, axes: [axis], keepingAxes: true)
    case .minimum: return try reduced(.minimum, axes: [axis], keepingAxes: true)
    case .mean: return try rounded(mean(axis))
    case .median: return try rounded(median(axis))
    }
  }

  /// Results of a computation on integers, as integers: the nearest, of two the even one.
  private func rounded(_ results: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    guard dtype.isInteger else { return results }
    return results.replacingDoubles { $0.rounded(.toNearestOrEven) }
  }

  /// Replaces the elements of fresh memory of doubles.
  private func replacingDoubles(_ transform: (Double) -> Double) -> AnyNDArray {
    let first = storage.address + layout.offset
    for i in 0..<count {
      let place = first + i &* 8
      transform(Double.load(from: place)).store(to: place)
    }
    return withExtendedLifetime(storage) { self }
  }

  private func mean(_ axis: Int) throws(ArrayError) -> AnyNDArray {
    let type: DType = dtype.kind == .float16 ? .float32 : dtype.quotient
    let sum = try cast(to: type, copying: .ifNeeded).sum(axes: [axis], keepingAxes: true)
    let number = try NDArray(scalar: shape[axis]).erased.cast(to: type)
    return try AnyNDArray.apply(.divide, sum, number)
  }

  /// The middle element of each line, or the mean of both; NaN where there is one.
  private func median(_ axis: Int) throws(ArrayError) -> AnyNDArray {
    let length = shape[axis]
    let isComplex = dtype.isComplex
    // Every type's order, and the mean of two of its numbers, survive the conversion.
    let lines = try movingAxes([axis], to: [-1]).cast(
      to: isComplex ? .complex128 : .float64, order: .rowMajor)
    var shape = self.shape
    shape[axis] = 1
    let result = try AnyNDArray.allocate(
      .dense(shape: shape, itemSize: lines.itemSize), lines.dtype)
    guard result.count > 0 else { return result }
    for line in 0..<result.count {
      let place = result.storage.address + line &* lines.itemSize
      let first = lines.storage.address + line &* length &* lines.itemSize
      if isComplex {
        var items = (0..<length).map { Complex<Double>.load(from: first + $0 &* 16) }
        let isUnordered =
          length == 0 || items.contains { $0.rawStorage.x.isNaN || $0.rawStorage.y.isNaN }
        items.sort { ($0.rawStorage.x, $0.rawStorage.y) < ($1.rawStorage.x, $1.rawStorage.y) }
        let nan = Complex(Double.nan, Double.nan)
        let middle =
          isUnordered ? nan : (items[(length - 1) / 2] + items[length / 2]) / Complex(2, 0)
        middle.store(to: place)
      } else {
        var items = (0..<length).map { Double.load(from: first + $0 &* 8) }
        let isUnordered = length == 0 || items.contains { $0.isNaN }
        items.sort()
        let middle = isUnordered ? .nan : (items[(length - 1) / 2] + items[length / 2]) / 2
        middle.store(to: place)
      }
    }
    return withExtendedLifetime((lines.storage, result.storage)) { result }
  }

  /// Lines of `width` steps from `start` towards this array, which has length 1 along the axis.
  ///
  /// The steps are computed as NumPy's `linspace` does, in doubles.
  func ramp(
    _ axis: Int, from start: AnyNDArray, _ width: Int
  ) throws(ArrayError) -> AnyNDArray {
    let type: DType = dtype.isComplex ? .complex128 : .float64
    var lengths = [Int](repeating: 1, count: rank)
    lengths[axis] = width
    let start = try start.cast(to: type)
    let positions = try AnyNDArray.counting(width).cast(to: type).reshaped(lengths)
    let number = try NDArray(scalar: Swift.max(width, 1)).erased.cast(to: type)
    let delta = try AnyNDArray.apply(.subtract, cast(to: type), start)
    let step = try AnyNDArray.apply(.divide, delta, number)
    let isFlat = try step.flatNonzeroList().count < step.count
    // A step too small for its type, or none, is made up for by dividing first.
    let line =
      try isFlat
      ? AnyNDArray.apply(.multiply, AnyNDArray.apply(.divide, positions, number), delta)
      : AnyNDArray.apply(.multiply, positions, step)
    let result = try AnyNDArray.apply(.add, line, start)
    return dtype.isInteger ? result.replacingDoubles { $0.rounded(.down) } : result
  }

  /// A zero of any type but a user's struct, of which zeros need not be a value.
  static func zero(_ dtype: DType) throws(ArrayError) -> AnyNDArray {
    guard dtype.isPlain else {
      throw ArrayError(.type, "a user's struct has no zero; give a value")
    }
    return try allocate(.dense(shape: [], itemSize: dtype.itemSize), dtype, zeroed: true)
  }
}
