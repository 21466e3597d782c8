// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import Foundation
import StridedArrays
import StridedLayouts
import StridedMemory
import TestSupport
import Testing

@Suite struct CodableTests {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  @Test func theFormIsTheDocumentedOne() throws {
    let a = NDArray<Int16>([1, 2, 256])
    #expect(try json(a) == #"{"data":"AQACAAAB","dtype":"<i2","order":"C","shape":[3]}"#)
    let m = NDArray<UInt8>([[1, 2], [3, 4]]).transposed()
    #expect(try json(m) == #"{"data":"AQIDBA==","dtype":"|u1","order":"F","shape":[2,2]}"#)
    #expect(
      try json(m.copy().frozen()) == #"{"data":"AQMCBA==","dtype":"|u1","order":"C","shape":[2,2]}"#
    )
  }

  /// Every kind of number, in layouts with and without gaps, comes back bit by bit.
  @Test(arguments: DType.numbers) func numbersComeBack(dtype: DType) throws {
    var generator = SeededGenerator(seed: 7)
    for shape in [[], [0], [1], [5], [2, 3], [3, 0, 2], [2, 3, 4]] {
      let bytes = try AnyNDArray.zeros(shape + [dtype.itemSize], .uint8)
      let random = NDArray<UInt8>(
        (0..<bytes.count).map { _ in
          dtype.kind == .bool
            ? UInt8.random(in: 0...1, using: &generator)
            : UInt8.random(in: .min ... .max, using: &generator)
        }, shape: bytes.shape)
      let a = try random.erased.view(as: dtype).reshaped(shape)
      for view in [a, a.transposed(), try a.flipped(), try a.broadcast(to: [2] + shape)] {
        let back = try decode(AnyNDArray.self, json(view))
        #expect(back.dtype == dtype && back.shape == view.shape && back.ownsMemory)
        #expect(try raw(back) == raw(view))
        let swapped = try view.cast(to: dtype.swapped)
        #expect(try raw(decode(AnyNDArray.self, json(swapped))) == raw(view))
      }
    }
  }

  private func raw(_ array: AnyNDArray) throws -> [UInt8] {
    let copy = try array.copy()
    return copy.withUnsafeMemory { bytes, _ in Array(bytes) }
  }

  @Test func typedArraysComeBack() throws {
    #expect(
      try decode(NDArray<Double>.self, json(NDArray([1.5, .nan, -.infinity])))
        .isEqual(to: NDArray([1.5, .nan, -.infinity]), equalNaN: true))
    let z = NDArray([Complex<Float>(1, 2), Complex(.nan, -0.0)])
    #expect(try decode(NDArray<Complex<Float>>.self, json(z)).isEqual(to: z, equalNaN: true))
    #expect(try Array(decode(NDArray<Bool>.self, json(NDArray([true, false])))) == [true, false])
    let frozen = try decode(FrozenArray<Int>.self, json(NDArray(0..<3)))
    #expect(Array(frozen) == [0, 1, 2] && !frozen.isWritable)
    #expect(
      try decode(NDArray<Int>.self, json(NDArray(0..<6).reshaped(2, 3).transposed()))
        .isContiguous(.columnMajor))
  }

  @Test func structsAreValues() throws {
    struct Point: Storable, Codable, Equatable {
      var x: UInt8
      var y: Double
    }
    let points = NDArray([Point(x: 1, y: 2), Point(x: 3, y: 4)], shape: [2, 1])
    let text = #"{"shape":[2,1],"values":[{"x":1,"y":2},{"x":3,"y":4}]}"#
    #expect(try json(points) == text)
    #expect(try decode(NDArray<Point>.self, text).isEqual(to: points))
    #expect(throws: EncodingError.self) { try json(points.erased) }
    #expect(throws: DecodingError.self) { try decode(NDArray<Point>.self, #"{"shape":[2,1]}"#) }
  }

  @Test func peopleMayWriteValues() throws {
    let a = try decode(NDArray<Float>.self, #"{"shape": [2, 2], "values": [1, 2.5, 3, 4]}"#)
    #expect(a.isEqual(to: [[1, 2.5], [3, 4]]))
  }

  static let malformed: [(String, says: String)] = [
    (#"{}"#, "dtype"),
    (#"{"dtype": "<i2", "shape": [3]}"#, "data"),
    (#"{"dtype": "<q9", "shape": [3], "data": "AQACAAAB"}"#, "names no element type"),
    (#"{"dtype": "<i2", "shape": [3], "order": "K", "data": "AQACAAAB"}"#, "'C' or 'F'"),
    (#"{"dtype": "<i2", "shape": [4], "data": "AQACAAAB"}"#, "needs 8 bytes, there are 6"),
    (#"{"dtype": "<i2", "shape": [], "data": "AQACAAAB"}"#, "needs 2 bytes"),
    (#"{"dtype": "<i2", "shape": [-3], "data": "AQACAAAB"}"#, "negative"),
    (#"{"dtype": "<i2", "shape": [9000000000000000000], "data": "AQACAAAB"}"#, ""),
    (#"{"dtype": "<i2", "shape": [4000000000, 4000000000], "data": "AQACAAAB"}"#, ""),
    (#"{"dtype": "<i2", "shape": [1000000000000], "data": "AQACAAAB"}"#, "needs 2000000000000"),
    (#"{"dtype": "<i2", "shape": [3], "data": "AQACAAA"}"#, "fours"),
    (#"{"dtype": "<i2", "shape": [3], "data": "AQAC*AAB"}"#, "none of base64's"),
    (#"{"dtype": "<i2", "shape": [3], "data": "AQAC=AAB"}"#, "none of base64's"),
    (#"{"dtype": "|u1", "shape": [1], "data": "AR=="}"#, "none of base64's"),
    (#"{"dtype": "|u1", "shape": [1], "data": "===="}"#, ""),
    (#"{"dtype": "|u1", "shape": [1], "data": "ÄÄ"}"#, ""),
    (#"{"dtype": 7, "shape": [3], "data": "AQACAAAB"}"#, ""),
    (#"{"dtype": "<i2", "shape": "3", "data": "AQACAAAB"}"#, ""),
    (#"[]"#, ""),
  ]

  @Test(arguments: malformed) func badInputIsADecodingError(text: String, says: String) {
    for type in [0, 1, 2] {
      let error = #expect(throws: DecodingError.self) {
        switch type {
        case 0: _ = try decode(AnyNDArray.self, text)
        case 1: _ = try decode(NDArray<Int16>.self, text)
        default: _ = try decode(FrozenArray<Int16>.self, text)
        }
      }
      #expect(error.map { says.isEmpty || "\($0)".contains(says) } ?? false)
    }
  }

  @Test func theTypeMustBeTheWantedOne() {
    let error = #expect(throws: DecodingError.self) {
      try decode(NDArray<Double>.self, json(NDArray([1, 2])))
    }
    #expect(error.map { "\($0)".contains("int64, not float64") } ?? false)
    for text in [
      #"{"shape": [3], "values": [1, 2]}"#, #"{"shape": [-1], "values": []}"#,
      #"{"values": [1]}"#, #"{"shape": [1], "values": ["a"]}"#,
    ] {
      #expect(throws: DecodingError.self) { try decode(NDArray<Double>.self, text) }
    }
  }

  @Test func manyAxesAreRefused() {
    let shape = Array(repeating: "1", count: 65).joined(separator: ",")
    #expect(throws: DecodingError.self) {
      try decode(AnyNDArray.self, #"{"dtype":"|u1","shape":[\#(shape)],"data":"AQ=="}"#)
    }
  }
}
