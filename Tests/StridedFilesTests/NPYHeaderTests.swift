// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedFiles
import StridedLayouts
import StridedMemory
import Testing

/// A file with the given text as its header, and `count` bytes of elements.
func npyFile(
  _ text: String, version: (UInt8, UInt8) = (1, 0), dataCount: Int = 24
) -> [UInt8] {
  var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version.0, version.1]
  let text = Array(text.utf8)
  for shift in 0..<(version.0 == 1 ? 2 : 4) {
    bytes.append(UInt8(truncatingIfNeeded: text.count >> (8 * shift)))
  }
  return bytes + text + [UInt8](repeating: 0, count: dataCount)
}

private func parse(_ bytes: [UInt8]) throws(ArrayError) -> NPYHeader {
  try bytes.span.withUnsafeBytes { bytes throws(ArrayError) in try NPYHeader(parsing: bytes) }
}

struct NPYHeaderTests {
  @Test(arguments: DType.numbers + DType.numbers.map(\.swapped), [0, 1, 2, 3, 5, 64])
  func roundTrip(dtype: DType, rank: Int) throws {
    for isColumnMajor in [false, true] {
      for version in [NPYHeader.Version.one, .two, .three] {
        let shape = (0..<rank).map { $0 == 1 ? 12345 : $0 % 2 }
        let header = NPYHeader(
          dtype: dtype, shape: shape, isColumnMajor: isColumnMajor, version: version)
        let bytes = header.encoded()
        #expect(bytes.count % 64 == 0)
        #expect(bytes.last == 0x0A)
        #expect(try parse(bytes) == header)
      }
    }
  }

  @Test func bytesAreNumPys() {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"
    let padding = String(repeating: " ", count: 117 - text.utf8.count) + "\n"
    let bytes = NPYHeader(dtype: .float32, shape: [2, 3]).encoded()
    #expect(bytes == npyFile(text + padding, dataCount: 0))
    #expect(NPYHeader(dtype: .bool, shape: []).encoded().count == 128)
  }

  @Test func theGrowingAxisHasRoom() {
    // The text has 98 characters, and 20 spaces for the growing axis push it over 128.
    let shape = [2] + Array(repeating: 1, count: 14)
    #expect(NPYHeader(dtype: .float32, shape: shape).encoded().count == 192)
    // The growing axis of the last two has 6 digits and 1.
    let long = [100_000] + Array(repeating: 1, count: 13)
    #expect(NPYHeader(dtype: .float32, shape: long).encoded().count == 128)
    #expect(NPYHeader(dtype: .float32, shape: long, isColumnMajor: true).encoded().count == 192)
  }

  @Test func longHeadersAreVersionTwo() {
    let header = NPYHeader(dtype: .int8, shape: Array(repeating: 1, count: 30_000))
    #expect(header.encoded()[6] == 2)
    #expect(header.encoded().count % 64 == 0)
  }

  @Test(arguments: [
    "{'shape': (2, 3), 'fortran_order': False, 'descr': '<f4'}",
    "{\"descr\":\"<f4\",\"fortran_order\":False,\"shape\":(2,3,),}",
    "\n{\t'descr' : '\\x3cf4',\r\n'fortran_order':False, 'shape': (0x2, 0b11)}  \n",
    "{'descr': u'<f4', 'fortran_order': False, 'shape': (2L, 3L)}",
    "{'shape': 9, 'descr': '<f4', 'fortran_order': False, 'shape': ((2), +3)}",
  ])
  func unusualHeaders(text: String) throws {
    let header = try parse(npyFile(text))
    #expect(header.dtype == .float32)
    #expect(header.shape == [2, 3])
    #expect(!header.isColumnMajor)
    #expect(header.dataOffset == 10 + text.utf8.count)
  }

  /// Headers that are refused, with a word that the message must have.
  static let malformed: [(String, String)] = [
    ("", "ends"), ("{", "ends"), ("{}", "'descr'"), ("None", "dictionary"), ("[1, 2]", "a list"),
    ("{'descr': '<f4', 'fortran_order': False}", "'shape'"),
    ("{'descr': '<f4', 'shape': (2, 3)}", "'fortran_order'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'x': 1}", "'x'"),
    ("{'descr': '<f4', 'fortran_order': 0, 'shape': (2, 3)}", "an integer"),
    ("{'descr': '<f4', 'fortran_order': false, 'shape': (2, 3)}", "'f'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': [2, 3]}", "a list"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2)}", "an integer"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}", "Boolean"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2.0,)}", "'.'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1+1,)}", "'+'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "-1"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (012,)}", "starts with 0"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (1__0,)}", "'_'"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (,)}", "','"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "fit"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}", "more than"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4611686018427387904)}", "more than"),
    ("{'descr': '<f5', 'fortran_order': False, 'shape': (2,)}", "<f5"),
    ("{'descr': '', 'fortran_order': False, 'shape': (2,)}", "'descr'"),
    ("{'descr': None, 'fortran_order': False, 'shape': (2,)}", "None"),
    ("{'descr': '|O', 'fortran_order': False, 'shape': (2,)}", "pickled"),
    ("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (2,)}", "structured"),
    ("{'descr': __import__('os'), 'fortran_order': False, 'shape': (2,)}", "'_'"),
    ("{'descr': 'a\\N{DIGIT ONE}'}", "by name"), ("{'\\xq1': 1}", "escape"),
    ("{'\\ud800': 1}", "escape"), ("{'descr", "closing quote"), ("{'a\u{0}': 1}", "0x0"),
    ("{1: 2}", "key"), ("{'a' 1}", "':'"), ("{'descr': '<f4'} 1", "nothing after"),
    (String(repeating: "(", count: 5000), "deeper"), ("import os", "'i'"),
  ]

  @Test(arguments: malformed)
  func malformedHeaders(text: String, word: String) {
    let error = #expect(throws: ArrayError.self) { try parse(npyFile(text)) }
    #expect(error?.kind == .format)
    #expect(error?.message.contains(word) == true, "\(error?.message ?? "") lacks \(word)")
  }

  @Test func tooManyAxes() {
    let shape = Array(repeating: 1, count: 65)
    let error = #expect(throws: ArrayError.self) {
      try parse(NPYHeader(dtype: .int8, shape: shape).encoded())
    }
    #expect(error?.bound == 64)
  }

  @Test func lengthLimit() throws {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}"
    let padding = String(repeating: " ", count: 10_000 - text.utf8.count)
    #expect(try parse(npyFile(text + padding)).shape == [2, 3])
    for version: (UInt8, UInt8) in [(1, 0), (2, 0), (3, 0)] {
      #expect(throws: ArrayError.self) {
        try parse(npyFile(text + padding + " ", version: version))
      }
    }
  }

  @Test func versions() {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}"
    for version: (UInt8, UInt8) in [(0, 0), (1, 1), (2, 1), (4, 0), (255, 255)] {
      let error = #expect(throws: ArrayError.self) { try parse(npyFile(text, version: version)) }
      #expect(error?.index == 6)
    }
  }

  @Test func longSuffixIsPython2Only() {
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2L, 3)}"
    #expect(throws: ArrayError.self) { try parse(npyFile(text, version: (3, 0))) }
  }

  @Test func everyPrefixIsRefused() {
    let bytes = NPYHeader(dtype: .float32, shape: [2, 3]).encoded()
    for count in 0..<bytes.count {
      #expect(throws: ArrayError.self, "\(count)") { try parse(Array(bytes.prefix(count))) }
    }
  }

  @Test func randomDamageNeverTraps() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    print("seed \(seed)")
    let good =
      NPYHeader(dtype: .float32, shape: [2, 3]).encoded() + [UInt8](repeating: 0, count: 24)
    let alphabet = Array("(){}[]',:\\0x9-_uL\n ".utf8) + [0, 0xFF]
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0...next(4) { bytes[next(80)] = alphabet[next(alphabet.count)] }
      if let array = try? AnyNDArray(npy: bytes) {
        #expect(array.layout.count * array.dtype.itemSize <= bytes.count)
      }
    }
  }
}
