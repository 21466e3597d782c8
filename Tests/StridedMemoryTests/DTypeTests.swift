// SPDX-License-Identifier: Apache-2.0

import StridedMemory
import Testing

@Suite struct DTypeTests {
  @Test func codesRoundTrip() {
    for dtype in DType.numbers + DType.numbers.map(\.swapped) {
      #expect(DType(code: dtype.code) == dtype)
      #expect(dtype.swapped.native == dtype.native)
      #expect(dtype.itemSize > 1 || !dtype.swapped.isSwapped)
    }
  }

  @Test(arguments: [
    ("<f4", "float32"), ("=i8", "int64"), ("|b1", "bool"), ("?", "bool"), ("u1", "uint8"),
    ("<c16", "complex128"), ("float16", "float16"),
  ]) func codesOfNativeTypes(code: String, name: String) {
    #expect(DType(code: code)?.name == name)
    #expect(DType(code: code)?.isSwapped == false)
  }

  @Test(arguments: ["", "f3", "<", "<f", "i16", "O", "|V8", "<U3", "f4 ", "<<f4"])
  func unknownCodesAreRefused(code: String) { #expect(DType(code: code) == nil) }

  @Test func alignmentOfComplexIsThatOfItsParts() {
    #expect(DType.complex64.alignment == 4)
    #expect(DType.complex128.alignment == 8)
    #expect(DType.complex64.swapped.part.code == ">f4")
  }
}
