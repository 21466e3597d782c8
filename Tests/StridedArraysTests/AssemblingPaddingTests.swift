// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

@Suite struct AssemblingPaddingTests {
  static let modes: [String: Padding] = [
    "constant": .zeros, "edge": .edge, "reflect": .reflect, "symmetric": .symmetric,
    "wrap": .wrap, "maximum": .maximum, "minimum": .minimum, "mean": .mean, "median": .median,
    "ramp": .ramp, "oddreflect": .oddReflect, "oddsymmetric": .oddSymmetric,
  ]

  static let statistics: [String: @Sendable ([PadWidth]) -> Padding] = [
    "maximum": Padding.maximum(of:), "minimum": Padding.minimum(of:), "mean": Padding.mean(of:),
    "median": Padding.median(of:),
  ]

  /// What NumPy 2.4.6 gives, as `AssemblingRow` writes it.
  static let table = """
    pad;C5;constant|2 3;10;8;0 0 0 1 2 3 4 0 0 0
    pad;C5;symmetric|2 3;10;8;1 0 0 1 2 3 4 4 3 2
    pad;C5;minimum|2 3;10;8;0 0 0 1 2 3 4 0 0 0
    pad;S4;reflect|2 3;9;8;4 2 0 2 4 6 4 2 0
    pad;S4;maximum|2 3;9;8;6 6 0 2 4 6 6 6 6
    pad;R3;edge|2 3;8;8;2 2 2 1 0 0 0 0
    pad;R3;wrap|2 3;8;8;1 0 2 1 0 2 1 0
    pad;C1;constant|2 3;6;8;0 0 0 0 0 0
    pad;C1;symmetric|2 3;6;8;0 0 0 0 0 0
    pad;C1;minimum|2 3;6;8;0 0 0 0 0 0
    pad;C2,3;reflect|2 3;7 8;64 8;2 1 0 1 2 1 0 1 5 4 3 4 5 4 3 4 2 1 0 1 2 1 0 1 5 4 3 4 5
    + 4 3 4 2 1 0 1 2 1 0 1 5 4 3 4 5 4 3 4 2 1 0 1 2 1 0 1
    pad;C2,3;maximum|2 3;7 8;64 8;5 5 3 4 5 5 5 5 5 5 3 4 5 5 5 5 2 2 0 1 2 2 2 2 5 5 3 4 5
    + 5 5 5 5 5 3 4 5 5 5 5 5 5 3 4 5 5 5 5 5 5 3 4 5 5 5 5
    pad;F2,3;edge|2 3;7 8;8 56;0 0 0 2 4 4 4 4 0 0 0 2 4 4 4 4 0 0 0 2 4 4 4 4 1 1 1 3 5 5 5
    + 5 1 1 1 3 5 5 5 5 1 1 1 3 5 5 5 5 1 1 1 3 5 5 5 5
    pad;F2,3;wrap|2 3;7 8;8 56;2 4 0 2 4 0 2 4 3 5 1 3 5 1 3 5 2 4 0 2 4 0 2 4 3 5 1 3 5 1 3
    + 5 2 4 0 2 4 0 2 4 3 5 1 3 5 1 3 5 2 4 0 2 4 0 2 4
    pad;P3,2;constant|2 3;8 7;8 64;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3 0 0 0 0 0 1 4 0 0 0 0
    + 0 2 5 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    pad;P3,2;symmetric|2 3;8 7;8 64;4 1 1 4 4 1 1 3 0 0 3 3 0 0 3 0 0 3 3 0 0 4 1 1 4 4 1 1
    + 5 2 2 5 5 2 2 5 2 2 5 5 2 2 4 1 1 4 4 1 1 3 0 0 3 3 0 0
    pad;P3,2;minimum|2 3;8 7;8 64;0 0 0 3 0 0 0 0 0 0 3 0 0 0 0 0 0 3 0 0 0 1 1 1 4 1 1 1 2
    + 2 2 5 2 2 2 0 0 0 3 0 0 0 0 0 0 3 0 0 0 0 0 0 3 0 0 0
    pad;C0,3;reflect|2 3;error;value;
    pad;C0,3;maximum|2 3;error;value;
    pad;C3,0;edge|2 3;error;value;
    pad;C3,0;wrap|2 3;error;value;
    pad;C5;constant|0 0;5;8;0 1 2 3 4
    pad;C5;symmetric|0 0;5;8;0 1 2 3 4
    pad;C5;minimum|0 0;5;8;0 1 2 3 4
    pad;S4;reflect|0 0;4;8;0 2 4 6
    pad;S4;maximum|0 0;4;8;0 2 4 6
    pad;R3;edge|0 0;3;8;2 1 0
    pad;R3;wrap|0 0;3;8;2 1 0
    pad;C1;constant|0 0;1;*;0
    pad;C1;symmetric|0 0;1;*;0
    pad;C1;minimum|0 0;1;*;0
    pad;C2,3;reflect|0 0;2 3;24 8;0 1 2 3 4 5
    pad;C2,3;maximum|0 0;2 3;24 8;0 1 2 3 4 5
    pad;F2,3;edge|0 0;2 3;8 16;0 2 4 1 3 5
    pad;F2,3;wrap|0 0;2 3;8 16;0 2 4 1 3 5
    pad;P3,2;constant|0 0;3 2;8 24;0 3 1 4 2 5
    pad;P3,2;symmetric|0 0;3 2;8 24;0 3 1 4 2 5
    pad;P3,2;minimum|0 0;3 2;8 24;0 3 1 4 2 5
    pad;P2,3,2;reflect|0 0;2 3 2;48 16 8;0 1 4 5 8 9 2 3 6 7 10 11
    pad;P2,3,2;maximum|0 0;2 3 2;48 16 8;0 1 4 5 8 9 2 3 6 7 10 11
    pad;C0,3;edge|0 0;0 3;-;
    pad;C0,3;wrap|0 0;0 3;-;
    pad;C3,0;constant|0 0;3 0;-;
    pad;C3,0;symmetric|0 0;3 0;-;
    pad;C3,0;minimum|0 0;3 0;-;
    pad;C5;reflect|1 0 2 4;error;value;
    pad;C5;maximum|1 0 2 4;error;value;
    pad;S4;edge|1 0 2 4;error;value;
    pad;S4;wrap|1 0 2 4;error;value;
    pad;R3;constant|1 0 2 4;error;value;
    pad;R3;symmetric|1 0 2 4;error;value;
    pad;R3;minimum|1 0 2 4;error;value;
    pad;C1;reflect|1 0 2 4;error;value;
    pad;C1;maximum|1 0 2 4;error;value;
    pad;C2,3;edge|1 0 2 4;3 9;72 8;0 0 0 1 2 2 2 2 2 0 0 0 1 2 2 2 2 2 3 3 3 4 5 5 5 5 5
    pad;C2,3;wrap|1 0 2 4;3 9;72 8;4 5 3 4 5 3 4 5 3 1 2 0 1 2 0 1 2 0 4 5 3 4 5 3 4 5 3
    pad;F2,3;constant|1 0 2 4;3 9;8 24;0 0 0 0 0 0 0 0 0 0 0 0 2 4 0 0 0 0 0 0 1 3 5 0 0 0 0
    pad;F2,3;symmetric|1 0 2 4;3 9;8 24;2 0 0 2 4 4 2 0 0 2 0 0 2 4 4 2 0 0 3 1 1 3 5 5 3 1
    + 1
    pad;F2,3;minimum|1 0 2 4;3 9;8 24;0 0 0 2 4 0 0 0 0 0 0 0 2 4 0 0 0 0 1 1 1 3 5 1 1 1 1
    pad;P3,2;reflect|1 0 2 4;4 8;8 32;1 4 1 4 1 4 1 4 0 3 0 3 0 3 0 3 1 4 1 4 1 4 1 4 2 5 2
    + 5 2 5 2 5
    pad;P3,2;maximum|1 0 2 4;4 8;8 32;5 5 2 5 5 5 5 5 3 3 0 3 3 3 3 3 4 4 1 4 4 4 4 4 5 5 2
    + 5 5 5 5 5
    pad;P2,3,2;edge|1 0 2 4;error;value;
    pad;P2,3,2;wrap|1 0 2 4;error;value;
    pad;C0,3;constant|1 0 2 4;1 9;* 8;0 0 0 0 0 0 0 0 0
    pad;C0,3;symmetric|1 0 2 4;error;value;
    pad;C0,3;minimum|1 0 2 4;error;value;
    pad;C3,0;reflect|1 0 2 4;error;value;
    pad;C3,0;maximum|1 0 2 4;error;value;
    pad;C5;edge|7 9;21;8;0 0 0 0 0 0 0 0 1 2 3 4 4 4 4 4 4 4 4 4 4
    pad;C5;wrap|7 9;21;8;3 4 0 1 2 3 4 0 1 2 3 4 0 1 2 3 4 0 1 2 3
    pad;S4;constant|7 9;20;8;0 0 0 0 0 0 0 0 2 4 6 0 0 0 0 0 0 0 0 0
    pad;S4;symmetric|7 9;20;8;2 4 6 6 4 2 0 0 2 4 6 6 4 2 0 0 2 4 6 6
    pad;S4;minimum|7 9;20;8;0 0 0 0 0 0 0 0 2 4 6 0 0 0 0 0 0 0 0 0
    pad;R3;reflect|7 9;19;8;1 0 1 2 1 0 1 2 1 0 1 2 1 0 1 2 1 0 1
    pad;R3;maximum|7 9;19;8;2 2 2 2 2 2 2 2 1 0 2 2 2 2 2 2 2 2 2
    pad;C1;edge|7 9;17;8;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    pad;C1;wrap|7 9;17;8;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    pad;C0,3;edge|7 9;error;value;
    pad;C0,3;wrap|7 9;error;value;
    pad;C3,0;edge|7 9;error;value;
    pad;C3,0;wrap|7 9;error;value;
    pad;C5;constant|3 0;8;8;0 0 0 0 1 2 3 4
    pad;C5;symmetric|3 0;8;8;2 1 0 0 1 2 3 4
    pad;C5;minimum|3 0;8;8;0 0 0 0 1 2 3 4
    pad;S4;reflect|3 0;7;8;6 4 2 0 2 4 6
    pad;S4;maximum|3 0;7;8;6 6 6 0 2 4 6
    pad;R3;edge|3 0;6;8;2 2 2 2 1 0
    pad;R3;wrap|3 0;6;8;2 1 0 2 1 0
    pad;C1;constant|3 0;4;8;0 0 0 0
    pad;C1;symmetric|3 0;4;8;0 0 0 0
    pad;C1;minimum|3 0;4;8;0 0 0 0
    pad;C2,3;reflect|3 0;5 6;48 8;4 5 4 3 4 5 1 2 1 0 1 2 4 5 4 3 4 5 1 2 1 0 1 2 4 5 4 3 4
    + 5
    pad;C2,3;maximum|3 0;5 6;48 8;5 5 5 3 4 5 5 5 5 3 4 5 5 5 5 3 4 5 2 2 2 0 1 2 5 5 5 3 4
    + 5
    pad;F2,3;edge|3 0;5 6;8 40;0 0 0 0 2 4 0 0 0 0 2 4 0 0 0 0 2 4 0 0 0 0 2 4 1 1 1 1 3 5
    pad;F2,3;wrap|3 0;5 6;8 40;1 3 5 1 3 5 0 2 4 0 2 4 1 3 5 1 3 5 0 2 4 0 2 4 1 3 5 1 3 5
    pad;P3,2;constant|3 0;6 5;8 48;0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3 0 0 0 1 4 0 0 0 2
    + 5
    pad;P3,2;symmetric|3 0;6 5;8 48;5 5 2 2 5 4 4 1 1 4 3 3 0 0 3 3 3 0 0 3 4 4 1 1 4 5 5 2
    + 2 5
    pad;P3,2;minimum|3 0;6 5;8 48;0 0 0 0 3 0 0 0 0 3 0 0 0 0 3 0 0 0 0 3 1 1 1 1 4 2 2 2 2
    + 5
    pad;C0,3;reflect|3 0;error;value;
    pad;C0,3;maximum|3 0;error;value;
    pad;C3,0;edge|3 0;error;value;
    pad;C3,0;wrap|3 0;error;value;
    """

  @Test func agreesWithNumPy() throws {
    let rows = try assemblingRows(Self.table)
    #expect(rows.count == 102)
    for row in rows { try row.check() }
  }

  @Test func computedMarginsAgreeWithNumPy() throws {
    let rows = try assemblingRows(AssemblingPaddingTable.computed)
    #expect(rows.count == 137)
    for row in rows { try row.check() }
  }

  @Test(arguments: DType.numbers) func everyTypeComputesMargins(dtype: DType) throws {
    for dtype in [dtype, dtype.swapped] {
      let a = try NDArray([0, 1, 1]).erased.cast(to: dtype)
      for (mode, wanted) in [
        (Padding.mean, [1, 0, 1, 1, 1]), (.median, [1, 0, 1, 1, 1]), (.ramp, [0, 0, 1, 1, 0]),
        (.oddReflect, [-1, 0, 1, 1, 1]), (.maximum, [1, 0, 1, 1, 1]), (.minimum, [0, 0, 1, 1, 0]),
      ] {
        let padded = try a.padded([PadWidth(1)], mode)
        #expect(padded.dtype == dtype)
        var expected = try NDArray(wanted).erased.cast(to: dtype)
        if mode == .mean, !dtype.isInteger, dtype.kind != .bool {
          let third = try AnyNDArray.apply(
            .divide, NDArray([2.0]).erased.cast(to: dtype), NDArray([3.0]).erased.cast(to: dtype))
          expected = try AnyNDArray.concatenate([third, a, third])
        }
        #expect(try padded.description == expected.cast(to: dtype).description, "\(dtype) \(mode)")
      }
    }
  }

  @Test func marginsOfFractions() throws {
    let a = NDArray([1.0, 2, 4, 8])
    #expect(Array(a.padded([PadWidth(1)], .median)) == [3, 1, 2, 4, 8, 3])
    #expect(
      Array(a.padded([PadWidth(0, 2)], rampingTo: NDArray([0.0, -2]))) == [1, 2, 4, 8, 3, -2])
    let none = a.padded([PadWidth(1)], .mean(of: [PadWidth(2, 0)]))
    #expect(none[0] == 1.5 && none[5].isNaN)
    #expect(NDArray([1, .nan, 2]).padded([PadWidth(1)], .median)[0].isNaN)
    let z = try NDArray([1.0, 3, 2]).erased.cast(to: .complex128)
    #expect(
      try z.padded([PadWidth(1)], .median).description == "[2.+0.j 1.+0.j 3.+0.j 2.+0.j 2.+0.j]")
  }

  @Test func aClosureFillsMargins() throws {
    let a = NDArray([[1, 2], [3, 4]])
    var axes: [Int] = []
    let padded = a.padded([PadWidth(1), PadWidth(1, 0)]) { line, width, axis in
      axes.append(axis)
      line[..<width.before] = NDArray([7 + axis])
      if width.after > 0 { line[(-width.after)...] = NDArray([-1]) }
    }
    #expect(padded.description == "[[ 8  7  7]\n [ 8  1  2]\n [ 8  3  4]\n [ 8 -1 -1]]")
    #expect(axes == [0, 0, 0, 1, 1, 1, 1])
    let target = NDArray<Int>.full([4], 5)
    NDArray([1, 2]).padded([PadWidth(1)], .empty, into: target)
    #expect(Array(target) == [5, 1, 2, 5])
    #expect(throws: ArrayError.self) {
      try a.erased.padded([PadWidth(1)]) { (line, _, _) throws(ArrayError) in
        try line.assign(from: NDArray([1, 2, 3, 4, 5]).erased)
      }
    }
  }

  @Test func structsHaveNoZero() throws {
    struct Point: Storable, Equatable { var x: Int32, y: Int32 }
    let points = NDArray([Point(x: 1, y: 2)])
    #expect(throws: ArrayError.self) { try points.erased.padded([PadWidth(1)]) }
    #expect(throws: ArrayError.self) { try points.erased.padded([PadWidth(1)], .mean) }
    #expect(throws: ArrayError.self) { try points.reshaped(1, 1).erased.lowerTriangle() }
    #expect(throws: ArrayError.self) { try points.erased.diagonalMatrix() }
    #expect(points.padded([PadWidth(1)], .edge)[2] == Point(x: 1, y: 2))
    let other = Point(x: 0, y: 9)
    #expect(points.padded([PadWidth(1, 0)], with: NDArray(scalar: other))[0] == other)
  }

  @Test func marginsTakeAValue() throws {
    let a = NDArray([1, 2]).padded([PadWidth(1, 2)], with: NDArray(scalar: 9))
    #expect(Array(a) == [9, 1, 2, 9, 9])
    #expect(
      Array(NDArray([1, 2]).padded([PadWidth(1, 2)], with: NDArray([8, 9]))) == [8, 1, 2, 9, 9])
    let one = NDArray([1]).reshaped(1, 1)
    let rows = one.padded([PadWidth(1)], with: NDArray([[6], [7]]))
    #expect(Array(rows) == [7, 6, 7, 7, 1, 7, 7, 6, 7])
    let all = one.padded([PadWidth(1)], with: NDArray([[5, 6], [7, 8]]))
    #expect(Array(all) == [7, 5, 8, 7, 1, 8, 7, 6, 8])
    let pair = NDArray([1, 2]).erased
    #expect(throws: ArrayError.self) {
      try pair.padded([PadWidth(1, 1)], with: NDArray([1, 2, 3]).erased)
    }
    #expect(throws: ArrayError.self) { try pair.padded([PadWidth(.max, 1)], .edge) }
    #expect(throws: ArrayError.self) { try pair.padded([], .edge) }
  }

  @Test func blocksMakeAMatrix() throws {
    let (a, b) = (NDArray(1..<5, shape: [2, 2]), NDArray([5, 6]))
    let block = NDArray.block([[a, b.reshaped(2, 1)], [b, NDArray([7])]])
    #expect(block.shape == [3, 3])
    #expect(Array(block) == [1, 2, 5, 3, 4, 6, 5, 6, 7])
    #expect(NDArray.block([[a.transposed(), a.transposed()]]).strides == [8, 16])
    let c = NDArray(0..<16, shape: [4, 4])
    NDArray.block([[c[2..., 2...], c[2..., ..<2]], [c[..<2, 2...], c[..<2, ..<2]]], into: c)
    #expect(Array(c) == [10, 11, 8, 9, 14, 15, 12, 13, 2, 3, 0, 1, 6, 7, 4, 5])
    #expect(throws: ArrayError.self) { try AnyNDArray.block([[a.erased], []]) }
    #expect(throws: ArrayError.self) { try AnyNDArray.block([[a.erased], [NDArray([7]).erased]]) }
  }
}
