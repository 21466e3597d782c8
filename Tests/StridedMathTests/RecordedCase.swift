// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import Foundation
import StridedArrays
import StridedLayouts
import StridedMemory

/// One line of the recorded results; `Scripts/make-reduction-cases` says what it holds.
struct RecordedCase {
  var text: String
  var operation: String
  var dtype: DType
  var shape: [Int]
  var layout: Character
  var flavor: Character
  /// nil for all axes.
  var axes: [Int]?
  var keepsAxes: Bool
  var extra: String
  var seed: UInt64
  /// The result, or nil for an error.
  var result: (dtype: DType, shape: [Int], strides: [Int]?, bytes: [UInt8])?

  init?(_ line: Substring) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 9, let dtype = RecordedCase.kinds[words[1]], let seed = UInt64(words[7])
    else { return nil }
    text = String(line.prefix(160))
    operation = words[0]
    self.dtype = dtype
    shape = RecordedCase.tuple(words[2])
    layout = words[3].first ?? "c"
    flavor = words[3].last ?? "a"
    axes = words[4] == "-" ? nil : RecordedCase.tuple(words[4])
    keepsAxes = words[5] == "k"
    extra = words[6]
    self.seed = seed
    guard words.count == 12, let kind = RecordedCase.kinds[words[8]] else { return }
    var bytes: [UInt8] = []
    if words[11] != "-" {
      let digits = Array(words[11].utf8)
      for i in stride(from: 0, to: digits.count, by: 2) {
        bytes.append(UInt8(String(decoding: digits[i..<(i + 2)], as: UTF8.self), radix: 16) ?? 0)
      }
    }
    result = (
      kind, RecordedCase.tuple(words[9]), words[10] == "-" ? nil : RecordedCase.tuple(words[10]),
      bytes
    )
  }

  static let kinds: [String: DType] = [
    "b1": .bool, "i1": .int8, "i2": .int16, "i4": .int32, "i8": .int64, "u1": .uint8,
    "u2": .uint16, "u4": .uint32, "u8": .uint64, "f2": .float16, "f4": .float32, "f8": .float64,
    "c8": .complex64, "c16": .complex128,
  ]

  static func tuple(_ text: String) -> [Int] {
    text == "()" ? [] : text.split(separator: ",").compactMap { Int($0) }
  }

  static func load(_ file: String) throws -> [RecordedCase] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases").appendingPathComponent(file)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap { RecordedCase($0) }
  }
}

// The generator of the script, repeated.
extension RecordedCase {
  static func bits(_ seed: UInt64, _ count: Int) -> [UInt64] {
    (0..<count).map { i in
      var z = seed &+ (UInt64(i) &+ 1) &* 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private func values(_ seed: UInt64, _ count: Int) -> [Double] {
    let isInexact = dtype.isFloat || dtype.isComplex
    let special: [Double] = [.nan, .infinity, -.infinity, -0.0, .nan, 0, .nan, 1]
    let small: [Double] = isInexact ? [1, 2, -1, 1, 1, 0.5, 1, -2] : [1, 2, 3, 1, 1, 1, 2, 1]
    return RecordedCase.bits(seed, count).map { b in
      if flavor == "p" { return small[Int(b % 8)] }
      var x = Double(b % 41)
      if !dtype.isUnsigned, dtype.kind != .bool { x -= 20 }
      guard isInexact else { return x }
      if flavor == "n", (b >> 20) % 10 == 0 { return special[Int((b >> 40) % 8)] }
      return x * 0.25
    }
  }

  /// The operand, with its elements where the layout wants them.
  func array() throws -> AnyNDArray {
    let count = shape.reduce(1, *)
    let real = values(seed, count)
    var array: AnyNDArray
    if dtype.isComplex {
      let imaginary = values(seed + 7777, count)
      array = NDArray(zip(real, imaginary).map { Complex($0, $1) }).erased
    } else {
      array = NDArray(real).erased
    }
    array = try array.reshaped(shape).cast(to: dtype)
    let reversed = Array(shape.indices.reversed())
    switch layout {
    case "f": return try array.copy(order: .columnMajor)
    case "s":
      let wide = try AnyNDArray.zeros(shape.map { $0 * 2 }, dtype)
      let view = try wide.view(at: shape.map { _ in .slice(Slice(nil, nil, 2)) })
      try view.assign(from: array)
      return view
    case "r": return try array.flipped().copy().flipped()
    case "t":
      return try array.permuted(reversed).copy().permuted(reversed)
    case "b":
      guard let last = shape.last, last > 0 else { return array }
      return try array.view(at: [.ellipsis, .slice(Slice(0, 1))]).broadcast(to: shape)
    case "w": return try array.cast(to: dtype.swapped)
    default: return array
    }
  }

  /// The mask of operations that take one.
  func mask() throws -> AnyNDArray? {
    guard extra.hasPrefix("w") else { return nil }
    let truths = RecordedCase.bits(seed + 5555, shape.reduce(1, *)).map { $0 % 3 != 0 }
    return try NDArray(truths).erased.reshaped(shape)
  }

  /// The number after a letter in what else the operation takes.
  func number(_ letter: Character) -> Int? {
    guard let at = extra.firstIndex(of: letter) else { return nil }
    return Int(extra[extra.index(after: at)...].prefix { $0.isNumber || $0 == "-" })
  }
}

extension RecordedCase {
  /// What is wrong with a result, or nil. Floats may differ by rounding, unless `isExact`.
  func fault(_ got: AnyNDArray, isExact: Bool) throws -> String? {
    guard let result else { return "NumPy refuses it, but the result is \(got)" }
    if got.dtype != result.dtype { return "type \(got.dtype), not \(result.dtype)" }
    if got.shape != result.shape { return "shape \(got.shape), not \(result.shape)" }
    if let strides = result.strides, got.count > 0 {
      for i in strides.indices where got.shape[i] > 1 && strides[i] != got.strides[i] {
        return "strides \(got.strides), not \(strides)"
      }
    }
    let size = result.dtype.itemSize
    let copy = try got.copy()
    let bytes = Array(
      UnsafeRawBufferPointer(start: copy.storage.address + copy.byteOffset, count: got.count * size)
    )
    if bytes == result.bytes { return nil }
    guard result.dtype.isFloat || result.dtype.isComplex else {
      return "bytes \(bytes), not \(result.bytes)"
    }
    let (mine, theirs) = (numbers(bytes), numbers(result.bytes))
    for (i, (x, y)) in zip(mine, theirs).enumerated() {
      // Of several complex numbers with a NaN any may be the extreme one.
      let j = i ^ 1
      if isExact || operation.hasSuffix("median"), result.dtype.isComplex,
        mine[i].isNaN || mine[j].isNaN,
        theirs[i].isNaN || theirs[j].isNaN
      {
        continue
      }
      if x == y || (x.isNaN && y.isNaN) { continue }
      if !isExact, abs(x - y) <= tolerance * Swift.max(1, abs(x), abs(y)) { continue }
      return "element \(i) is \(x), not \(y)"
    }
    return nil
  }

  private var tolerance: Double {
    switch result?.dtype.part.kind {
    case .float16: 0x1p-8
    // A product of complex numbers rounds at each factor, in an order that NumPy does not promise.
    case .float32 where operation.hasSuffix("prod") && result?.dtype.isComplex == true: 0x1p-16
    case .float32: 0x1p-19
    default: 0x1p-46
    }
  }

  private func numbers(_ bytes: [UInt8]) -> [Double] {
    guard let dtype = result?.dtype else { return [] }
    let size = dtype.part.itemSize
    return bytes.withUnsafeBytes { p in
      stride(from: 0, to: p.count, by: size).map { i in
        switch dtype.part.kind {
        case .float16: return Double(p.loadUnaligned(fromByteOffset: i, as: Float16.self))
        case .float32: return Double(p.loadUnaligned(fromByteOffset: i, as: Float.self))
        default: return p.loadUnaligned(fromByteOffset: i, as: Double.self)
        }
      }
    }
  }
}
