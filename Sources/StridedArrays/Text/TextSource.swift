// SPDX-License-Identifier: Apache-2.0
import StridedMemory

/// What the text functions see of an array.
struct TextSource {
  /// The lengths of the axes.
  var shape: [Int]
  /// The element type, which names the formatting.
  var dtype: DType
  /// The element at an index with one entry per axis.
  var element: (_ index: [Int]) -> TextElement

  /// The number of elements, or `Int.max` if an `Int` can't hold it.
  var count: Int {
    if shape.contains(0) { return 0 }
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      if overflow { return .max }
      count = product
    }
    return count
  }
}

/// One element of an array.
enum TextElement {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case float16(Float16)
  case float32(Float)
  case float64(Double)
  case complex64(Float, Float)
  case complex128(Double, Double)
  case record(bytes: [UInt8])
}
