// SPDX-License-Identifier: Apache-2.0
import StridedMemory
import Testing

@testable import StridedArrays

/// A one-dimensional source of the given elements.
private func list(_ dtype: DType, _ elements: [TextElement]) -> TextSource {
  TextSource(shape: [elements.count], dtype: dtype) { elements[$0[0]] }
}

private func doubles(_ values: [Double]) -> TextSource {
  list(.float64, values.map { .float64($0) })
}

/// The numbers 0, 1, 2 … in a shape.
private func counting(_ shape: [Int], _ dtype: DType = .int64) -> TextSource {
  TextSource(shape: shape, dtype: dtype) { index in
    .int(Int64(zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }))
  }
}

@Suite struct TextTests {
  static let standard: [([Double], String)] = [
    ([0.1, 2.5, 1], "[0.1 2.5 1. ]"),
    ([1 + 1.0 / 512, 1 + 3.0 / 512], "[1.00195312 1.00585938]"),
    ([1.0 / 512, 3.0 / 512], "[0.00195312 0.00585938]"),
    ([0.123456785, 0.25, 1], "[0.12345678 0.25       1.        ]"),
    ([.leastNonzeroMagnitude, 1.7976931348623157e308], "[4.94065646e-324 1.79769313e+308]"),
    ([1, .nan, -.infinity], "[  1.  nan -inf]"),
    ([.nan, .infinity], "[nan inf]"),
    ([0, -0.0], "[ 0. -0.]"),
    ([], "[]"),
  ]

  @Test(arguments: standard) func doublesAreAsInNumPy(_ values: [Double], _ text: String) {
    #expect(arrayText(doubles(values), options: .standard) == text)
  }

  static let withOptions: [([Double], PrintOptions, String)] = [
    ([0.5, 1.5, 2.5], PrintOptions(precision: 0), "[0. 2. 2.]"),
    ([0.125, 0.375], PrintOptions(precision: 2), "[0.12 0.38]"),
    ([0.1, 10], PrintOptions(floatMode: .fixed), "[ 0.10000000 10.00000000]"),
    ([0.1, 10.25], PrintOptions(floatMode: .maxPrecisionEqual), "[ 0.10 10.25]"),
    (
      [.leastNonzeroMagnitude, 1.7976931348623157e308], PrintOptions(floatMode: .unique),
      "[4.9406564584124654e-324 1.7976931348623157e+308]"
    ),
    ([1e-9, 1, 6e-9], PrintOptions(suppress: true), "[0.         1.         0.00000001]"),
    ([1, -1, .infinity], PrintOptions(sign: .always), "[ +1.  -1. +inf]"),
    ([1, .infinity], PrintOptions(sign: .space), "[  1.  inf]"),
    ([1, .nan], PrintOptions(nanText: "NOTANUMBER"), "[        1. NOTANUMBER]"),
  ]

  @Test(arguments: withOptions)
  func optionsAreFollowed(_ values: [Double], _ options: PrintOptions, _ text: String) {
    #expect(arrayText(doubles(values), options: options) == text)
  }

  @Test func narrowFloatsShowTheirOwnDigits() {
    let half = list(.float16, [.float16(0.1), .float16(12336)])
    #expect(
      arrayRepr(half, options: .standard) == "array([9.998e-02, 1.234e+04], dtype=float16)")
    let single = list(.float32, [.float32(999999.9), .float32(1_000_000)])
    #expect(arrayText(single, options: .standard) == "[9.999999e+05 1.000000e+06]")
  }

  @Test func complexPartsAreFormattedApart() {
    let source = list(.complex128, [.complex128(1, 2), .complex128(-0.5, -1e-3)])
    #expect(
      arrayRepr(source, options: .standard) == "array([ 1. +2.e+00j, -0.5-1.e-03j])")
  }

  @Test func truthValuesLineUp() {
    let source = list(.bool, [.bool(true), .bool(false)])
    #expect(arrayText(source, options: .standard) == "[ True False]")
    let alone = TextSource(shape: [], dtype: .bool) { _ in .bool(true) }
    #expect(arrayRepr(alone, options: .standard) == "array(True)")
  }

  @Test func recordsShowTheirSize() {
    let source = list(
      .record(size: 12, alignment: 4), [.record(bytes: .init(repeating: 0, count: 12))])
    #expect(arrayText(source, options: .standard) == "[<12 bytes>]")
  }
}

@Suite struct TextLayoutTests {
  @Test func rowsNest() {
    #expect(
      arrayText(counting([2, 2, 2]), options: .standard)
        == "[[[0 1]\n  [2 3]]\n\n [[4 5]\n  [6 7]]]")
    #expect(arrayRepr(counting([2, 1]), options: .standard) == "array([[0],\n       [1]])")
  }

  @Test func linesWrap() {
    let options = PrintOptions(lineWidth: 20)
    #expect(
      arrayText(counting([12]), options: options) == "[ 0  1  2  3  4  5\n  6  7  8  9 10 11]")
    #expect(
      arrayRepr(counting([3], .int16), options: PrintOptions(lineWidth: 0))
        == "array([0,\n       1,\n       2],\n      dtype=int16)")
  }

  @Test func largeArraysAreSummarised() {
    #expect(
      arrayText(counting([1001]), options: .standard) == "[   0    1    2 ...  998  999 1000]")
    #expect(
      arrayRepr(counting([1001]), options: .standard)
        == "array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))")
    let edges = PrintOptions(threshold: 5, edgeItems: 1)
    #expect(arrayText(counting([3, 3]), options: edges) == "[[0 ... 2]\n ...\n [6 ... 8]]")
    #expect(
      arrayText(counting([10]), options: PrintOptions(threshold: 5, edgeItems: 0)) == "[... 9]")
  }

  @Test func emptyArraysTellShapeAndType() {
    #expect(
      arrayRepr(counting([0, 3], .float64), options: .standard)
        == "array([], shape=(0, 3), dtype=float64)")
    #expect(arrayRepr(counting([0]), options: .standard) == "array([], dtype=int64)")
  }

  @Test func hugeLengthsDoNotTrap() {
    let source = TextSource(shape: [.max, .max], dtype: .int8) { _ in .int(1) }
    let options = PrintOptions(edgeItems: 1)
    #expect(arrayText(source, options: options) == "[[1 ... 1]\n ...\n [1 ... 1]]")
  }

  @Test func sixtyFourAxesNest() {
    let source = counting(Array(repeating: 1, count: 64))
    let text = arrayText(source, options: .standard)
    #expect(
      text == String(repeating: "[", count: 64) + "0" + String(repeating: "]", count: 64))
  }
}

@Suite struct TextScalarTests {
  static let scalars: [(TextElement, String)] = [
    (.float64(0.1), "0.1"), (.float64(1e16), "1e+16"), (.float64(1e15), "1000000000000000.0"),
    (.float64(1e-5), "1e-05"), (.float64(0.0001), "0.0001"), (.float64(-0.0), "-0.0"),
    (.float64(.nan), "nan"), (.float32(0.0001), "1e-04"), (.float32(1e6), "1e+06"),
    (.float32(999999), "999999.0"), (.float16(999), "999.0"), (.float16(12344), "1.2344e+04"),
    (.complex128(1, 2), "(1+2j)"), (.complex128(0, 1), "1j"), (.complex128(-0.0, 1), "(-0+1j)"),
    (.complex64(1e7, 9_990_000), "(1e+07+9.99e+06j)"), (.complex128(.nan, .infinity), "(nan+infj)"),
    (.int(.min), "-9223372036854775808"), (.uint(.max), "18446744073709551615"),
    (.bool(true), "True"), (.record(bytes: [0]), "<1 byte>"),
  ]

  @Test func scalarsAreAsInNumPy() {
    for (element, text) in TextScalarTests.scalars { #expect(scalarText(element) == text) }
  }

  /// Shortest digits read back as the value they came from.
  @Test func digitsReadBack() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let pattern: UInt64 = generator.next()
      let value = Double(bitPattern: pattern)
      if !value.isFinite { continue }
      #expect(Double(scalarText(.float64(value))) == value, "bit pattern \(pattern)")
    }
  }
}
