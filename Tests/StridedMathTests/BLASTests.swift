// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import Foundation
import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

@testable import StridedLoops

/// A library whose product is written here, in Fortran's convention.
private func multiply<Number: Numeric>(
  _ letters: (UnsafeRawPointer, UnsafeRawPointer), _ lengths: [UnsafeRawPointer],
  _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ c: UnsafeMutableRawPointer,
  _ distances: [UnsafeRawPointer], _ type: Number.Type
) {
  let (m, n, k) = (
    lengths[0].load(as: Int.self), lengths[1].load(as: Int.self), lengths[2].load(as: Int.self)
  )
  let d = distances.map { $0.load(as: Int.self) }
  let isTurned = (
    letters.0.load(as: UInt8.self) == UInt8(ascii: "T"),
    letters.1.load(as: UInt8.self) == UInt8(ascii: "T")
  )
  let (x, y) = (a.assumingMemoryBound(to: Number.self), b.assumingMemoryBound(to: Number.self))
  let z = c.assumingMemoryBound(to: Number.self)
  for i in 0..<m {
    for j in 0..<n {
      var sum = Number.zero
      for l in 0..<k {
        sum +=
          x[isTurned.0 ? i * d[0] + l : l * d[0] + i] * y[isTurned.1 ? l * d[1] + j : j * d[1] + l]
      }
      z[j * d[2] + i] = sum
    }
  }
}

private let single: BLAS.Product = { s, t, m, n, k, _, a, lda, b, ldb, _, c, ldc, _, _ in
  multiply((s, t), [m, n, k], a, b, c, [lda, ldb, ldc], Float.self)
}
private let double: BLAS.Product = { s, t, m, n, k, _, a, lda, b, ldb, _, c, ldc, _, _ in
  multiply((s, t), [m, n, k], a, b, c, [lda, ldb, ldc], Double.self)
}
private let complexSingle: BLAS.Product = { s, t, m, n, k, _, a, lda, b, ldb, _, c, ldc, _, _ in
  multiply((s, t), [m, n, k], a, b, c, [lda, ldb, ldc], Complex<Float>.self)
}
private let complexDouble: BLAS.Product = { s, t, m, n, k, _, a, lda, b, ldb, _, c, ldc, _, _ in
  multiply((s, t), [m, n, k], a, b, c, [lda, ldb, ldc], Complex<Double>.self)
}
private let products = [
  "sgemm_": single, "dgemm_": double, "cgemm_": complexSingle, "zgemm_": complexDouble,
]

@Suite struct BLASTests {
  @Test func rightProductsAreTrusted() {
    #expect(BLAS(suffix: "_") { products[$0] } != nil)
    #expect(BLAS(suffix: "_64_") { products[$0] } == nil)
  }

  @Test(arguments: ["sgemm_", "dgemm_", "cgemm_", "zgemm_"])
  func wrongProductsAreNot(_ name: String) {
    let nothing: BLAS.Product = { _, _, _, _, _, _, _, _, _, _, _, _, _, _, _ in }
    #expect(BLAS(suffix: "_") { $0 == name ? nothing : products[$0] } == nil)
  }

  @Test func noneIsFoundWhereItIsForbidden() async {
    await #expect(processExitsWith: .success) {
      setenv("STRIDED_BLAS", "none", 1)
      guard BLAS.found == nil else { exit(1) }
      let a = NDArray<Double>.ones([100, 100])
      exit(a.matmul(a)[99, 99] == 100 ? 0 : 1)
    }
  }

  /// Whatever is found on this machine, products of large matrices are right.
  @Test func largeProductsAreRight() throws {
    for dtype in [DType.float32, .float64, .complex64, .complex128] {
      let a = try NDArray((0..<(90 * 80)).map { Double($0 % 7) - 3 }).erased.cast(to: dtype)
      let left = try a.reshaped([90, 80])
      let right = try a.reshaped([80, 90])
      let expected = try left.cast(to: .float64).cast(to: .int).matmul(
        right.cast(to: .float64).cast(to: .int))
      for (x, y) in [
        (left, right), (try left.copy(order: .columnMajor), right),
        (left, try right.copy(order: .columnMajor)),
        (try left.flipped(axis: 1), try right.flipped(axis: 0)),
      ] {
        let got = try x.matmul(y)
        #expect(try AnyNDArray.apply(.equal, got, expected).all().item(as: Bool.self))
      }
    }
  }
}
