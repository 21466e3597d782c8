// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import StridedPictures
import Testing

/// Named arrays whose pictures are kept as files.
struct Exhibit: Sendable, CustomTestStringConvertible {
  let name: String
  let arrays: @Sendable () throws -> [NamedArray]

  var testDescription: String { name }

  init(_ name: String, _ arrays: @escaping @Sendable () throws -> [NamedArray]) {
    self.name = name
    self.arrays = arrays
  }

  /// A struct with parts of different sizes.
  struct Point: Storable { var x, y: Double, tag: Int32 = 0 }

  static let all = [
    Exhibit("window") {
      let album = NDArray([10, 999, 30, 40, 50] as [Int64])
      return [NamedArray("album", album), NamedArray("window", album[1..<4])]
    },
    Exhibit("copies") {
      let arr = NDArray([1, 2, 3, 4, 5, 6] as [Int64])
      return [
        NamedArray("arr", arr), NamedArray("view", arr[1..<4]), NamedArray("copy", arr.copy()),
      ]
    },
    Exhibit("matrix") {
      let matrix = NDArray(0..<12 as Range<Int32>, shape: [3, 4])
      return [
        NamedArray("matrix", matrix), NamedArray("transposed", matrix.transposed()),
        NamedArray("row", matrix[1, ...]), NamedArray("column", matrix[..., 1]),
        NamedArray("turned", matrix.flipped(axis: 0)),
      ]
    },
    Exhibit("columnMajor") {
      [NamedArray("f", NDArray(0..<6 as Range<Int64>, shape: [2, 3]).copy(order: .columnMajor))]
    },
    Exhibit("reversed") {
      let a = NDArray([1, 2, 3, 4, 5, 6] as [Int16])
      return [
        NamedArray("a", a), NamedArray("back", a[.every(-1)]), NamedArray("odd", a[.every(2)]),
      ]
    },
    Exhibit("interleaved") {
      let pixels = NDArray<UInt8>([1, 2, 3, 4, 5, 6, 7, 8, 9]).reshaped(3, 3)
      return [NamedArray("red", pixels[..., 0]), NamedArray("blue", pixels[..., 2])]
    },
    Exhibit("broadcast") {
      let row = NDArray<Float>([1, 2, 3])
      return [NamedArray("row", row), NamedArray("repeated", row.broadcast(to: [1000, 3]))]
    },
    Exhibit("windows") {
      let a = NDArray<Double>([0, 0.5, 1, 1.5, 2])
      return [NamedArray("a", a), NamedArray("windows", a.slidingWindows(shape: [3]))]
    },
    Exhibit("bytes") {
      let a = NDArray<Int32>([1, -1, 256])
      return [
        NamedArray("a", a), NamedArray("bytes", a.view(as: UInt8.self)),
        NamedArray(
          "overlapping",
          try AnyNDArray(
            storage: a.storage, layout: Layout(shape: [4], strides: [2]), dtype: .int32)),
      ]
    },
    Exhibit("points") {
      let points = NDArray((0..<3).map { Point(x: Double($0) + 0.25, y: 1e300) })
      return [
        NamedArray("points", points), NamedArray("x", points[\.x]), NamedArray("y", points[\.y]),
      ]
    },
    Exhibit("complex") {
      let waves = try AnyNDArray.zeros([3], .complex128)
      return [NamedArray("waves", waves), NamedArray("imaginary", try waves.imaginary())]
    },
    Exhibit("swapped") {
      [NamedArray("a", try NDArray<Int32>([1, 2, -3]).erased.cast(to: DType.int32.swapped))]
    },
    Exhibit("scalar") {
      let a = NDArray([7, 8] as [Int64])
      return [
        NamedArray("scalar", NDArray([42.5], shape: [])), NamedArray("a", a),
        NamedArray("last", try a.erased[1]),
      ]
    },
    Exhibit("empty") {
      let a = NDArray([7, 8] as [Int64])
      return [
        NamedArray("none", NDArray<Int64>([])), NamedArray("a", a), NamedArray("nothing", a[1..<1]),
        NamedArray("flat", NDArray<Float>.zeros([3, 0, 2])),
      ]
    },
    Exhibit("large") {
      let photo = NDArray<UInt8>.zeros([4000, 6000, 3])
      return [
        NamedArray("photo", photo), NamedArray("red", photo[..., 0]),
        NamedArray("top", photo[..<1000]), NamedArray("upside-down", photo.flipped(axis: 0)),
      ]
    },
    Exhibit("huge") {
      let all = try AnyNDArray.zeros([1 << 16, 1 << 12], .float64)
      return [
        NamedArray("all", all), NamedArray("diagonal", try all.diagonal()),
        NamedArray("column", try all.view(at: [.ellipsis, .index(7)])),
      ]
    },
    Exhibit("deep") {
      let deep = try AnyNDArray.zeros([Int](repeating: 1, count: 60) + [2, 2, 2, 2], .int16)
      return [NamedArray("deep", deep), NamedArray("turned", deep.transposed())]
    },
    Exhibit("lines") {
      let a = NDArray(0..<40 as Range<Int64>, shape: [5, 8])
      return [NamedArray("a", a), NamedArray("inner", a[1..<4, 2..<6])]
    },
    Exhibit("strides") {
      let matrix = NDArray([[1, 2, 3], [4, 5, 6]] as [[Int64]])
      let arr = NDArray([1, 2, 3, 4, 5, 6] as [Int64])
      return [NamedArray("matrix", matrix), NamedArray("view", arr[.every(2)])]
    },
    Exhibit("orders") {
      let rows = NDArray([[1, 2, 3], [4, 5, 6]] as [[Int64]])
      return [NamedArray("arr_c", rows), NamedArray("arr_f", rows.copy(order: .columnMajor))]
    },
    Exhibit("kept-alive") {
      let a = NDArray<Float>.zeros([1000])
      return [
        NamedArray("head", a[..<3]), NamedArray("tail", a[(-2)...]), NamedArray("<&\">", a[0..<1]),
      ]
    },
    Exhibit("long-names") {
      let a = NDArray<Double>([1.0 / 3, -1e-300, .infinity, .nan])
      return [NamedArray("a_name_that_is_far_too_long_for_a_row", a), NamedArray("b", a[2...])]
    },
  ]
}

extension Exhibit {
  /// Those whose pictures in SVG are kept.
  static let drawn = all.filter { ["matrix", "bytes", "large", "deep"].contains($0.name) }

  /// The pictures of the documentation: their files, what they show, and how.
  static let documented = [
    ("picture-strip", "window", "strip"), ("picture-map", "interleaved", "map"),
    ("picture-grid", "matrix", "grid"), ("picture-strides", "strides", "strides"),
    ("picture-order", "orders", "order"), ("picture-owners", "window", "owners"),
  ]

  /// All pictures of arrays.
  func pictures(of arrays: [NamedArray]) -> [(String, any Picture)] {
    let some = Array(arrays.prefix(2))
    var pictures: [(String, any Picture)] = [
      ("strip", StripPicture(arrays)), ("map", MapPicture(arrays)), ("grid", GridPicture(some)),
      ("numbers", GridPicture(some, labels: .addressOrder)),
      ("strides", StridePicture(some)), ("order", OrderPicture(some)),
      ("owners", OwnershipPicture(arrays)),
    ]
    if let last = arrays.last { pictures.append(("lines", MapPicture(last.array))) }
    return pictures
  }
}
