// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// At each position the element of the choice that `self` numbers there.
  func chosen(
    from choices: [AnyNDArray], mode: IndexMode, into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard let first = choices.first else {
      throw ArrayError(.value, "there is nothing to choose from")
    }
    var dtype = first.dtype
    for choice in choices where choice.dtype != dtype {
      dtype = try DType.promoted(dtype, choice.dtype)
    }
    let line = Axis(length: choices.count, stride: 1)
    let numbers = try OffsetList(choosing: self, along: line, mode: mode).array
    let shape = try Layout.broadcastShape([self.shape] + choices.map { $0.shape })
    try target?.checkReceives(dtype, shape)
    let result = try AnyNDArray.allocate(.dense(shape: shape, itemSize: dtype.itemSize), dtype)
    for (i, choice) in choices.enumerated() {
      let mask = try AnyNDArray.apply(.equal, numbers, NDArray(scalar: i).erased)
      try choice.assign(to: result, where: mask)
    }
    return try result.delivered(into: target)
  }

  /// At each position the element of the first choice whose condition is true there.
  static func selected(
    _ conditions: [AnyNDArray], _ choices: [AnyNDArray], default other: AnyNDArray,
    into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    guard conditions.count == choices.count, !choices.isEmpty else {
      throw ArrayError(
        .value,
        "\(conditions.count) conditions need as many choices, at least one; there are "
          + "\(choices.count)")
    }
    var dtype = other.dtype
    for choice in choices where choice.dtype != dtype {
      dtype = try DType.promoted(dtype, choice.dtype)
    }
    let shapes = conditions.map { $0.shape } + choices.map { $0.shape } + [other.shape]
    let shape = try Layout.broadcastShape(shapes)
    try target?.checkReceives(dtype, shape)
    let result = try AnyNDArray.allocate(.dense(shape: shape, itemSize: dtype.itemSize), dtype)
    try result.assign(from: other)
    // Backwards, so that the first condition writes last.
    for i in choices.indices.reversed() {
      try conditions[i].checkMask()
      try choices[i].assign(to: result, where: conditions[i])
    }
    return try result.delivered(into: target)
  }
}

extension OffsetList {
  /// The numbers of choices, with NumPy's classes of errors.
  fileprivate init(
    choosing numbers: AnyNDArray, along axis: Axis, mode: IndexMode
  ) throws(ArrayError) {
    guard numbers.dtype.isInteger || numbers.dtype.kind == .bool else {
      throw ArrayError(
        .type, "the numbers of choices must be integers, not \(numbers.dtype)", operand: "numbers")
    }
    let integers = numbers.dtype.kind == .bool ? try numbers.cast(to: .uint8) : numbers
    // Choices are not counted from the end.
    if mode == .raise, integers.dtype.isSigned, integers.count > 0 {
      let lowest = try integers.min().item(as: Int64.self)
      guard lowest >= 0 else {
        throw ArrayError(.value, "invalid entry \(lowest) in choice array", operand: "numbers")
      }
    }
    do throws(ArrayError) {
      self = try OffsetList(integers, along: axis, number: 0, mode: mode)
    } catch {
      throw ArrayError(
        .value, "invalid entry in choice array: \(error.message)", operand: "numbers",
        index: error.index,
        bound: axis.length)
    }
  }
}
