// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import Testing

/// A call of an assembling operation, and what NumPy 2.4.6 makes of it.
///
/// As text: `operation;sources;arguments;shape;strides;values`, or `…;error;kind;`. A source is a
/// letter for its memory and its shape; its elements count from 100 times its number. Strides of
/// axes of length 1 are `*`.
struct AssemblingRow {
  var text: String
  var operation: String
  var sources: [NDArray<Int>]
  var arguments: [[Int]?]
  var word: String
  var wanted: [String]

  init(_ text: String) throws {
    self.text = text
    let fields = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    try #require(fields.count == 6, "\(text)")
    operation = fields[0]
    sources = try fields[1].split(separator: "+").enumerated().map {
      try AssemblingRow.source(String($0.element), base: 100 * $0.offset)
    }
    var parts = fields[2].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    word = operation == "pad" ? parts.removeFirst() : ""
    arguments = parts.map { $0 == "None" ? nil : numbers($0) }
    wanted = Array(fields[3...])
  }

  private static func source(_ code: String, base: Int) throws -> NDArray<Int> {
    let shape = code.dropFirst().split(separator: ",").compactMap { Int($0) }
    func count(_ shape: [Int]) -> NDArray<Int> {
      NDArray(base..<(base + shape.reduce(1, *)), shape: shape)
    }
    switch code.first {
    case "F": return count(shape.reversed()).transposed()
    case "S": return count(shape.dropLast() + [2 * shape[shape.count - 1]])[..., .every(2)]
    case "R": return count(shape).flipped()
    case "P": return count([shape[1], shape[0]] + shape.dropFirst(2)).swappingAxes(0, 1)
    default: return count(shape)
    }
  }

  /// Does the operation with arrays of either kind.
  func result<A: WritableArray>(_ a: [A], into target: A? = nil) throws -> A {
    let first = try #require(a.first)
    let list = arguments.first.flatMap { $0 } ?? []
    let number = list.first ?? 0
    let axis = arguments.count > 1 ? arguments[1]?.first : nil
    switch operation {
    case "concatenate": return try A.concatenate(a, axis: list.first, into: target)
    case "stack": return try A.stack(a, axis: number, into: target)
    case "vstack": return try A.verticalStack(a, into: target)
    case "hstack": return try A.horizontalStack(a, into: target)
    case "dstack": return try A.depthStack(a, into: target)
    case "column_stack": return try A.columnStack(a, into: target)
    case "tile": return try first.tiled(list, into: target)
    case "repeat": return try first.repeated(number, axis: axis, into: target)
    case "repeats": return try first.repeated(list, axis: axis, into: target)
    case "resize": return try first.resized(list, into: target)
    case "rollflat": return try first.rolled(by: number, into: target)
    case "roll":
      return try first.rolled(by: list, axes: (arguments[1] ?? []), into: target)
    case "delete": return try first.deleting(at: number, axis: axis, into: target)
    case "deletes": return try first.deleting(at: list, axis: axis, into: target)
    case "insert": return try first.inserting(a[1], at: number, axis: axis, into: target)
    case "inserts": return try first.inserting(a[1], at: list, axis: axis, into: target)
    case "tril": return try first.lowerTriangle(diagonal: number, into: target)
    case "triu": return try first.upperTriangle(diagonal: number, into: target)
    case "pad":
      let widths = stride(from: 0, to: list.count, by: 2).map { PadWidth(list[$0], list[$0 + 1]) }
      if word == "ramp", arguments.count > 1, let ends = arguments[1] {
        let values = NDArray(ends, shape: ends.count > 2 ? [ends.count / 2, 2] : [ends.count])
        let given = try #require(values as? A ?? values.erased as? A)
        return try first.padded(widths, rampingTo: given, into: target)
      }
      var mode = AssemblingPaddingTests.modes[word] ?? .zeros
      if arguments.count > 1, let given = arguments[1] {
        let lengths = stride(from: 0, to: given.count, by: 2).map {
          PadWidth(given[$0], given[$0 + 1])
        }
        mode = AssemblingPaddingTests.statistics[word]?(lengths) ?? mode
      }
      return try first.padded(widths, mode, into: target)
    case "diagflat": return try first.diagonalMatrix(offset: number)
    case "fill_diagonal":
      let matrix = try first.copy()
      try matrix.fillDiagonal(a[1], wraps: number != 0)
      return matrix
    default:
      Issue.record("no operation \(operation)")
      return first
    }
  }

  /// Compares with NumPy's result.
  func check(_ result: AnyNDArray) throws {
    let values = Array(try NDArray<Int>(result))
    #expect(result.shape == numbers(wanted[0]), "\(text)")
    #expect(values == numbers(wanted[2]), "\(text)")
    guard wanted[1] != "-", result.count > 0 else { return }
    let strides = wanted[1].split(separator: " ").map(String.init)
    for (axis, stride) in strides.enumerated() where stride != "*" {
      #expect(String(result.strides[axis]) == stride, "strides \(result.strides): \(text)")
    }
  }

  func check() throws {
    if wanted[0] == "error" {
      do {
        let result = try result(sources.map(\.erased))
        Issue.record("gave \(result), not the error '\(wanted[1])': \(text)")
      } catch let error as ArrayError {
        #expect(error.kind.rawValue == wanted[1], "\(error): \(text)")
      }
      return
    }
    try check(try result(sources.map(\.erased)))
    try check(try result(sources).erased)
  }
}

private func numbers(_ text: String) -> [Int] {
  text.split(separator: " ").compactMap { Int($0) }
}

/// The rows of a table; a line that starts with `+` continues the one before.
func assemblingRows(_ table: String) throws -> [AssemblingRow] {
  var lines: [String] = []
  for line in table.split(separator: "\n") {
    if line.first == "+", let last = lines.popLast() {
      lines.append(last + line.dropFirst())
    } else {
      lines.append(String(line))
    }
  }
  return try lines.map { try AssemblingRow($0) }
}
