// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Makes arrays of Python's values, as `numpy.array` does.
struct ArrayMaking {
  let machine: Machine
  /// The element type that was asked for, or nil to take it from the values.
  let wanted: DType?
  /// How many axes the array may have.
  private let deepest: Int
  private var shape: [Int] = []
  private var dtype: DType?
  private var leaves: [Value] = []

  private init(_ machine: Machine, _ wanted: DType?, _ deepest: Int) {
    self.machine = machine
    self.deepest = deepest
    self.wanted = wanted
  }

  /// Makes a fresh array of a value that is none.
  static func array(
    of value: Value, _ dtype: DType?, _ machine: Machine, order: MemoryOrder = .rowMajor,
    deepest: Int = Layout.maximumRank
  ) throws(Fault) -> AnyNDArray {
    var maker = ArrayMaking(machine, dtype, deepest)
    maker.shape = try maker.shape(of: value, depth: 0)
    try maker.collect(value, depth: 0)
    let dtype = dtype ?? maker.dtype ?? .float64
    try machine.admit(maker.shape, dtype)
    let result = try lifted { () throws(ArrayError) in
      try AnyNDArray.empty(maker.shape, dtype, order: order == .columnMajor ? order : .rowMajor)
    }
    try maker.fill(result)
    return result
  }

  /// The entries of a value that counts as a sequence here, or nil.
  private func parts(_ value: Value) throws(Fault) -> [Value]? {
    switch value {
    case .list(let list): return list.items
    case .tuple(let tuple): return tuple.items
    case .range: return try machine.items(of: value)
    default: return nil
    }
  }

  private func shape(of value: Value, depth: Int) throws(Fault) -> [Int] {
    if case .array(let object) = value { return object.array.shape }
    guard let parts = try parts(value) else { return [] }
    guard depth < deepest else {
      throw Fault(
        .valueError,
        "setting an array element with a sequence. The requested array would exceed the maximum "
          + "number of dimension of \(deepest).")
    }
    guard let first = parts.first else { return [0] }
    var inner = try shape(of: first, depth: depth + 1)
    var isEven = true
    for part in parts.dropFirst() {
      try machine.step()
      let other = try shape(of: part, depth: depth + 1)
      if other != inner {
        isEven = false
        inner = Array(zip(inner, other).prefix { $0 == $1 }.map { $0.0 })
      }
    }
    if !isEven { throw uneven(Array(([parts.count] + inner))) }
    return [parts.count] + inner
  }

  private func uneven(_ shape: [Int]) -> Fault {
    Fault(
      .valueError,
      "setting an array element with a sequence. The requested array has an inhomogeneous shape "
        + "after \(shape.count) dimensions. The detected shape was "
        + "\(Printer.repr(.shape(shape))) + inhomogeneous part.")
  }

  private mutating func collect(_ value: Value, depth: Int) throws(Fault) {
    if depth < shape.count, let parts = try parts(value) {
      try machine.charge(items: parts.count)
      for part in parts { try collect(part, depth: depth + 1) }
      return
    }
    if wanted == nil {
      let type = try DTypes.natural(of: value)
      dtype =
        try dtype.map { (other) throws(Fault) in
          try lifted { () throws(ArrayError) in try DType.promoted(other, type) }
        } ?? type
    }
    leaves.append(value)
  }

  private func fill(_ result: AnyNDArray) throws(Fault) {
    let row = result.isContiguous(.rowMajor) ? result : nil
    var target = row
    if target == nil {
      target = try lifted { () throws(ArrayError) in
        try AnyNDArray.empty(result.shape, result.dtype)
      }
    }
    guard let target else { return }
    var position = 0
    let flat = try lifted { () throws(ArrayError) in try target.raveled() }
    for leaf in leaves {
      if case .array(let object) = leaf {
        let source = object.array
        let count = source.count
        let end = position + count
        try lifted { () throws(ArrayError) in
          try flat.view(at: [.slice(Slice(position, end))]).reshaped(source.shape)
            .assign(from: source)
        }
        position = end
      } else {
        try Elements.store(leaf, in: flat, at: position)
        position += 1
      }
    }
    if row == nil { try lifted { () throws(ArrayError) in try result.assign(from: target) } }
  }
}
