// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedLoops
public import StridedMemory

extension AnyNDArray {
  /// Returns an array of ones. NumPy: `numpy.ones`.
  public static func ones(
    _ shape: [Int], _ dtype: DType = .float64, order: MemoryOrder = .rowMajor
  ) throws(ArrayError) -> AnyNDArray { try full(shape, 1, dtype, order: order) }

  /// Returns an array of ones of the same shape and type. NumPy: `numpy.ones_like`.
  public static func ones(
    like other: AnyNDArray, order: MemoryOrder = .keep
  ) throws(ArrayError) -> AnyNDArray { try full(like: other, 1, order: order) }

  /// Returns an array of the same shape and type of which every element is `value`, converted.
  ///
  /// - Throws: `ArrayError` of kind `type` for users' structs.
  ///
  /// NumPy: `numpy.full_like`.
  public static func full(
    like other: AnyNDArray, _ value: some Scalar, order: MemoryOrder = .keep
  ) throws(ArrayError) -> AnyNDArray {
    let result = try empty(like: other, order: order)
    try result.fill(value)
    return result
  }

  /// Writes `value`, converted, to every element. NumPy: `numpy.ndarray.fill`.
  public func fill(_ value: some Scalar) throws(ArrayError) {
    try assign(from: NDArray(scalar: value).erased)
  }

  /// Returns a matrix of zeros with ones on a diagonal.
  ///
  /// NumPy: `numpy.eye(rows, columns, diagonal, dtype)`.
  public static func eye(
    _ rows: Int, _ columns: Int? = nil, diagonal: Int = 0, _ dtype: DType = .float64
  ) throws(ArrayError) -> AnyNDArray {
    let result = try zeros([rows, columns ?? rows], dtype)
    let line = result.view(try result.layout.diagonal(offset: diagonal, axes: (0, 1)))
    try line.fill(1)
    return result
  }

  /// Returns a square matrix of zeros with ones on the main diagonal. NumPy: `numpy.identity`.
  public static func identity(
    _ rows: Int, _ dtype: DType = .float64
  ) throws(ArrayError) -> AnyNDArray { try eye(rows, nil, dtype) }

  /// Returns what a closure makes of the indices of all elements, which it gets as one array for
  /// each axis.
  ///
  /// NumPy: `numpy.fromfunction(function, shape, dtype=)`.
  public static func fromFunction(
    _ shape: [Int], _ dtype: DType = .float64,
    _ elements: (_ indices: [AnyNDArray]) throws(ArrayError) -> AnyNDArray
  ) throws(ArrayError) -> AnyNDArray { try elements(Array(indices(shape, dtype))) }
}

extension AnyNDArray {
  /// Returns the values from 0 up to, but not including, `stop`. NumPy: `numpy.arange(stop)`.
  public static func arange(
    _ stop: Int, _ dtype: DType = .int
  ) throws(ArrayError) -> AnyNDArray { try arange(0, stop, dtype) }

  /// Returns the values from `start` up to, but not including, `stop`.
  ///
  /// - Throws: `ArrayError` of kind `value` if the step is 0 or there are too many values; of kind
  ///   `type` for more than two truth values, and for users' structs.
  ///
  /// NumPy: `numpy.arange(start, stop, step, dtype)`.
  public static func arange(
    _ start: Int, _ stop: Int, by step: Int = 1, _ dtype: DType = .int
  ) throws(ArrayError) -> AnyNDArray {
    guard step != 0 else {
      throw ArrayError(.value, "Maximum allowed size exceeded: the step is 0")
    }
    var count = 0
    if step > 0 ? start < stop : start > stop {
      // The distance fits a word without a sign, whatever the two are.
      let distance = UInt(bitPattern: step > 0 ? stop &- start : start &- stop)
      let last = (distance - 1) / step.magnitude
      guard last < UInt(Int.max) else {
        throw ArrayError(.value, "Maximum allowed size exceeded: \(start) to \(stop) by \(step)")
      }
      count = Int(last) + 1
    }
    return try ramp(
      count, from: NDArray(scalar: start).erased, NDArray(scalar: start &+ step).erased, dtype)
  }

  /// Returns the values from `start` up to, but not including, `stop`.
  ///
  /// There are ceil((`stop` - `start`) / `step`) of them. Start and the first difference are
  /// converted to `dtype`; each value is the one plus a multiple of the other, as in NumPy.
  ///
  /// - Throws: `ArrayError` of kind `value` if the number of values is not finite or too large; of
  ///   kind `type` for more than two truth values, and for users' structs.
  ///
  /// NumPy: `numpy.arange(start, stop, step, dtype)`.
  public static func arange(
    _ start: Double, _ stop: Double, by step: Double = 1, _ dtype: DType = .float64
  ) throws(ArrayError) -> AnyNDArray {
    let given = ((stop - start) / step).rounded(.up)
    let count = given < 0 ? 0 : given
    guard count.isFinite, count < Double(Int.max / 2) else {
      throw ArrayError(.value, "arange from \(start) to \(stop) by \(step) has no length")
    }
    return try ramp(
      Int(count), from: NDArray(scalar: start).erased, NDArray(scalar: start + step).erased, dtype)
  }

  /// The numbers from 0 up to, but not including, `count`; too many are refused with an error.
  static func counting(_ count: Int) throws(ArrayError) -> AnyNDArray {
    let result = try empty([count], .int)
    for i in 0..<count { i.store(to: result.storage.address + i &* Int.dtype.itemSize) }
    return withExtendedLifetime(result.storage) { result }
  }

  /// `count` values, of which the first two are given.
  private static func ramp(
    _ count: Int, from first: AnyNDArray, _ second: AnyNDArray, _ dtype: DType
  ) throws(ArrayError) -> AnyNDArray {
    guard dtype.isPlain, dtype.isNumber, dtype.kind != .bool || count <= 2 else {
      throw ArrayError(.type, "there is no range of \(count) elements of type \(dtype)")
    }
    let start = try first.cast(to: dtype)
    guard dtype.kind != .bool else {
      return try concatenate([start.reshaped(1), second.cast(to: dtype).reshaped(1)])[..<count]
        .copy()
    }
    // Half precision counts in single precision: its own would soon skip numbers.
    let type: DType = dtype.kind == .float16 ? .float32 : dtype.native
    let origin = try start.cast(to: type)
    let step = try apply(.subtract, second.cast(to: dtype).cast(to: type), origin)
    let positions = try counting(count).cast(to: type)
    try apply(.multiply, positions, step, into: positions)
    try apply(.add, positions, origin, into: positions)
    return try positions.cast(to: dtype, copying: .ifNeeded)
  }

  /// Returns `count` values at equal distances from `start` to `stop`, both included.
  ///
  /// They are computed in doubles; integers are rounded down.
  ///
  /// - Throws: `ArrayError` of kind `value` if the count is negative.
  ///
  /// NumPy: `numpy.linspace(start, stop, count, endpoint, dtype=)`.
  public static func linspace(
    _ start: Double, _ stop: Double, count: Int = 50, includingStop: Bool = true,
    _ dtype: DType = .float64
  ) throws(ArrayError) -> AnyNDArray {
    guard count >= 0 else {
      throw ArrayError(.value, "Number of samples, \(count), must be non-negative.", index: count)
    }
    // A length that does not fit memory is refused before anything is computed.
    let result = try empty([count], .float64)
    let steps = includingStop ? count - 1 : count
    let (delta, step) = (stop - start, (stop - start) / Double(Swift.max(steps, 1)))
    for i in 0..<count {
      // A step too small for its type, or none, is made up for by dividing first.
      let distance = step == 0 ? Double(i) / Double(Swift.max(steps, 1)) * delta : Double(i) * step
      let value = includingStop && count > 1 && i == count - 1 ? stop : distance + start
      (dtype.isInteger ? value.rounded(.down) : value).store(to: result.storage.address + i &* 8)
    }
    return try result.cast(to: dtype, copying: .ifNeeded)
  }
}
