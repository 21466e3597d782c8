// SPDX-License-Identifier: Apache-2.0
import Foundation
import StridedLayouts
import StridedMemory
import Testing

@testable import StridedLoops

/// What NumPy gave, as `Scripts/make-ufunc-cases` recorded it.
private struct Recording {
  struct Case {
    var operation: String
    var inputs: [String]
    var results: [(dtype: DType, bytes: [UInt8])] = []
  }

  var count = 0
  var pools: [String: (dtype: DType, bytes: [UInt8])] = [:]
  var cases: [Case] = []
  var types: [(operation: String, letters: [[Character]])] = []

  static let letters = Array("?bhiqBHIQefdFD")

  static func dtype(_ letter: Character?) throws -> DType {
    DType.numbers[try #require(letters.firstIndex { $0 == letter })]
  }

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases")
    let text = try String(contentsOf: folder.appendingPathComponent("ufuncs.txt"), encoding: .utf8)
    let data = [UInt8](try Data(contentsOf: folder.appendingPathComponent("ufuncs.bin")))
    var position = 0
    func next(_ letter: Character?) throws -> (dtype: DType, bytes: [UInt8]) {
      let dtype = try Recording.dtype(letter)
      let start = position
      position += count * dtype.itemSize
      return (dtype, Array(data[start..<position]))
    }
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "count": count = try #require(Int(words[1]))
      case "pool": pools[words[1]] = try next(words[1].last)
      case "case":
        let end = try #require(words.firstIndex(of: ">"))
        var item = Case(operation: words[1], inputs: Array(words[2..<end]))
        for letter in words[(end + 1)...] { item.results.append(try next(letter.last)) }
        cases.append(item)
      default: types.append((words[1], words[2...].map { Array($0) }))
      }
    }
    #expect(position == data.count)
  }
}

/// One array laid out in an arena of its own.
private struct Placed {
  var arena: Arena
  var operand: Operand

  /// Elements `step` items apart, backwards if it is negative.
  init(_ bytes: [UInt8], _ dtype: DType, step: Int, as stored: DType? = nil) throws {
    let stored = stored ?? dtype
    let size = dtype.itemSize
    let count = bytes.count / size
    let native = Arena(bytes)
    arena = Arena([UInt8](repeating: 0xA5, count: count * size * abs(step)))
    let layout = try Layout(
      shape: [count], strides: [size * step],
      offset: step < 0 ? (count - 1) * size * -step : 0)
    operand = arena.operand(layout, stored)
    try Loops.assign(
      operand, from: native.operand(try Layout(shape: [count], strides: [size]), dtype))
  }

  /// The elements in order, in this machine's byte order.
  func bytes() throws -> [UInt8] {
    let dtype = operand.dtype.native
    let count = operand.layout.count
    let compact = Arena([UInt8](repeating: 0, count: count * dtype.itemSize))
    try Loops.assign(
      compact.operand(try Layout(shape: [count], strides: [dtype.itemSize]), dtype), from: operand)
    return compact.bytes
  }
}

@Suite struct UfuncTests {
  /// Of equal zeros NumPy's vectors take the one or the other.
  private static let indifferentToZeros: Set = [
    "minimum", "maximum", "fmin", "fmax", "clip", "nextafter",
  ]

  private func operations() -> [String: AnyOperation] {
    Dictionary(uniqueKeysWithValues: AnyOperation.all.map { ($0.testDescription, $0) })
  }

  /// Every operation on every type, in memory of three kinds.
  @Test func values() throws {
    let recording = try Recording()
    let operations = operations()
    #expect(recording.cases.count > 900)
    for item in recording.cases {
      let op = try #require(operations[item.operation])
      let inputs = try item.inputs.map { try #require(recording.pools[$0]) }
      let types = try op.signature(inputs.map(\.dtype))
      #expect(types.result == item.results[0].dtype, "\(item.operation) \(item.inputs)")
      for (from, to, swapped) in [(1, 1, false), (-2, 3, false), (1, 2, true)] {
        let sources = try inputs.map {
          try Placed($0.bytes, $0.dtype, step: from, as: swapped ? $0.dtype.swapped : nil)
        }
        let targets = try item.results.map {
          try Placed(
            [UInt8](repeating: 0, count: $0.bytes.count), $0.dtype, step: to,
            as: swapped ? $0.dtype.swapped : nil)
        }
        try op.apply(types, targets.map(\.operand), sources.map(\.operand), nil)
        for (target, wanted) in zip(targets, item.results) {
          try compare(item, inputs, try target.bytes(), wanted, "steps \(from) \(to)")
        }
      }
    }
  }

  /// A single input element, repeated, gives what a row of equal elements gives.
  @Test func scalars() throws {
    let recording = try Recording()
    let operations = operations()
    for item in recording.cases where item.inputs.count > 1 {
      let op = try #require(operations[item.operation])
      let inputs = try item.inputs.map { try #require(recording.pools[$0]) }
      let types = try op.signature(inputs.map(\.dtype))
      for k in inputs.indices {
        let dtype = inputs[k].dtype
        let element = Array(inputs[k].bytes[(5 * dtype.itemSize)..<(6 * dtype.itemSize)])
        var results: [[[UInt8]]] = []
        for isRepeated in [true, false] {
          var sources = try inputs.map { try Placed($0.bytes, $0.dtype, step: 1) }
          let row = Array(repeatElement(element, count: recording.count).joined())
          sources[k] = try Placed(isRepeated ? element : row, dtype, step: 1)
          let targets = try item.results.map {
            try Placed([UInt8](repeating: 0, count: $0.bytes.count), $0.dtype, step: 1)
          }
          try op.apply(types, targets.map(\.operand), sources.map(\.operand), nil)
          results.append(try targets.map { try $0.bytes() })
        }
        for (i, wanted) in item.results.enumerated() {
          try compare(item, inputs, results[0][i], (wanted.dtype, results[1][i]), "scalar \(k)")
        }
      }
    }
  }

  /// The types of all combinations of inputs.
  @Test func types() throws {
    let recording = try Recording()
    let operations = operations()
    #expect(recording.types.count == operations.count)
    for (name, letters) in recording.types {
      let op = try #require(operations[name])
      var combinations: [[DType]] = [[]]
      for _ in 0..<op.inputs {
        combinations = combinations.flatMap { head in DType.numbers.map { head + [$0] } }
      }
      #expect(letters.allSatisfy { $0.count == combinations.count })
      for (i, dtypes) in combinations.enumerated() {
        let types = try? op.signature(dtypes)
        let wanted = letters[0][i] == "!" ? nil : try Recording.dtype(letters[0][i])
        #expect(types?.result == wanted, "\(name) \(dtypes)")
        guard letters.count > 1, let types, letters[1][i] != "!" else { continue }
        #expect(types.secondResult == (try Recording.dtype(letters[1][i])), "\(name) \(dtypes)")
      }
    }
  }

  private func compare(
    _ item: Recording.Case, _ inputs: [(dtype: DType, bytes: [UInt8])], _ got: [UInt8],
    _ wanted: (dtype: DType, bytes: [UInt8]), _ note: String
  ) throws {
    guard got != wanted.bytes else { return }
    let dtype = wanted.dtype
    let size = dtype.itemSize
    let part = dtype.isComplex ? size / 2 : size
    for start in stride(from: 0, to: got.count, by: part) {
      let (x, y) = (got[start..<(start + part)], wanted.bytes[start..<(start + part)])
      if x == y { continue }
      let zeros = Self.indifferentToZeros.contains(item.operation)
      if dtype.isFloat || dtype.isComplex, isSame(Array(x), Array(y), dtype.part, zeros) {
        continue
      }
      let i = start / size
      let values = inputs.map { input in
        let (at, width) = (i * input.dtype.itemSize, input.dtype.itemSize)
        return "\(Oracle.load(Array(input.bytes[at..<(at + width)]), 0, input.dtype))"
      }
      Issue.record(
        """
        \(item.operation) \(item.inputs) \(note) element \(i) of \(values): \
        got \(Array(x)), not \(Array(y))
        """)
      return
    }
  }

  /// Whether both are NaN, or zeros where that is allowed.
  private func isSame(_ a: [UInt8], _ b: [UInt8], _ dtype: DType, _ zeros: Bool) -> Bool {
    guard case .number(let x, _) = Oracle.load(a, 0, dtype),
      case .number(let y, _) = Oracle.load(b, 0, dtype)
    else { return false }
    return (x.isNaN && y.isNaN) || (zeros && x == 0 && y == 0)
  }
}
