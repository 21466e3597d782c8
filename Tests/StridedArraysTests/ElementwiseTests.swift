// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import Strided
import StridedLoops
import Testing

/// What the operators and methods of arrays give; the values of each type are in `UfuncTests`.
@Suite struct ElementwiseTests {
  let a = NDArray<Int>([7, -7, 0])
  let b = NDArray<Int>([2, 2, 0])

  @Test func divides() {
    #expect(Array(a % b) == [1, 1, 0])
    #expect(Array(a % 4) == [3, 1, 0])
    #expect(Array(7 % b) == [1, 1, 0])
    #expect(Array(a.floorDivided(by: b)) == [3, -4, 0])
    #expect(Array(a.fmod(b)) == [1, -1, 0])
    let (quotient, remainder) = a.divmod(2)
    #expect(Array(quotient) == [3, -4, 0])
    #expect(Array(remainder) == [1, 1, 0])
    a %= 4
    #expect(Array(a) == [3, 1, 0])
  }

  @Test func combinesBits() {
    let x = NDArray<UInt8>([0b1100, 0xFF])
    #expect(Array(x .& 0b1010) == [0b1000, 0b1010])
    #expect(Array(x .| 1) == [0b1101, 0xFF])
    #expect(Array(x .^ x) == [0, 0])
    #expect(Array(x .<< 1) == [0b11000, 0xFE])
    #expect(Array(x .>> 9) == [0, 0])
    #expect(Array(.~x) == [0xF3, 0])
    #expect(Array(x.bitCount()) == [2, 8])
    x .&= 0xF
    #expect(Array(x) == [0b1100, 0xF])
    #expect(Array(NDArray<Int8>([-8]) .>> 100) == [-1])
  }

  @Test func combinesTruths() {
    let x = NDArray([-1.0, 0, .nan])
    #expect(Array(x .> -2 .& x .< 1) == [true, true, false])
    #expect(Array(x .&& 1) == [true, false, true])
    #expect(Array(x .|| 0) == [true, false, true])
    #expect(Array(.!x) == [false, true, false])
    #expect(Array(x.logicalXor(x)) == [false, false, false])
    #expect(Array(x.isNaN()) == [false, false, true])
    #expect(Array(x.isFinite()) == [true, true, false])
    #expect(Array(x.isInfinite()) == [false, false, false])
    #expect(Array(NDArray([-0.0, 0]).hasMinusSign()) == [true, false])
  }

  /// Targets may lie on the memory that is read, one element further.
  @Test func roundingAndClippingIntoTargets() throws {
    let x = NDArray([0.25, 1.75, 2.5, 3.26, -1.74])
    for decimals in [0, 1, -1] {
      let live = x.copy()
      live[..<4].rounded(decimals: decimals, into: live[1...])
      #expect(Array(live) == [0.25] + Array(x[..<4].rounded(decimals: decimals)))
    }
    for (low, high) in [(1.0, 2.0), (1.0, nil), (nil, 2.0), (nil, nil)] as [(Double?, Double?)] {
      let live = x.copy()
      live[..<4].clipped(
        low.map { NDArray(scalar: $0) }, high.map { NDArray(scalar: $0) }, into: live[1...])
      #expect(Array(live) == [0.25] + Array(x[..<4].clipped(low, high)))
    }
    #expect(throws: ArrayError.self) { try x.erased.rounded(into: .zeros([4], .float64)) }
    #expect(throws: ArrayError.self) {
      try x.erased.rounded(decimals: 1, into: .zeros([5], .int64))
    }
  }

  @Test func rounds() {
    let x = NDArray([2.5, -2.5, 1.25])
    #expect(Array(x.floor()) == [2, -3, 1])
    #expect(Array(x.ceil()) == [3, -2, 2])
    #expect(Array(x.truncated()) == [2, -2, 1])
    #expect(Array(x.rounded()) == [2, -2, 1])
    #expect(Array(x.rounded(decimals: 1)) == [2.5, -2.5, 1.2])
    #expect(Array(NDArray([1234, 1250, -1350]).rounded(decimals: -2)) == [1200, 1200, -1400])
    #expect(Array(NDArray([1234]).rounded(decimals: 3)) == [1234])
    #expect(Array(NDArray([Complex(1.25, -1.35)]).rounded(decimals: 1)) == [Complex(1.2, -1.4)])
    #expect(NDArray([1.5]).rounded(decimals: .min)[0].isNaN)
  }

  @Test func takesSigns() {
    #expect(Array(-a) == [-7, 7, 0])
    #expect(Array(a.absolute()) == [7, 7, 0])
    #expect(Array(a.sign()) == [1, -1, 0])
    #expect(Array(NDArray([Complex(3.0, 4)]).absolute()) == [5])
    #expect(Array(NDArray([Complex(3.0, 4)]).conjugate()) == [Complex(3, -4)])
    #expect(Array(NDArray([1.0, 2]).withSign(of: -0.0)) == [-1, -2])
    #expect(Array(-NDArray<Int8>([-128])) == [-128])
  }

  @Test func raises() {
    #expect(Array(a.raised(to: 2)) == [49, 49, 0])
    #expect(Array(a.squared()) == [49, 49, 0])
    #expect(Array(NDArray<UInt8>([2, 3]).raised(to: NDArray<UInt8>([9, 5]))) == [0, 243])
    #expect(Array(NDArray<Int8>([16]).squareRoot()) == [4 as Float16])
    #expect(Array(NDArray([0.5]).reciprocal()) == [2])
    let message = #expect(throws: ArrayError.self) {
      try AnyNDArray.apply(.power, a.erased, NDArray([-1]).erased)
    }
    #expect(message?.message.hasPrefix("Integers to negative integer powers") == true)
    #expect(throws: Never.self) {
      try AnyNDArray.apply(
        .power, a.erased, NDArray([-1, 1, 1]).erased, where: NDArray([false, true, true]).erased)
    }
  }

  @Test func takesExtremesAndLimits() {
    let x = NDArray([1.0, .nan, 3])
    #expect(Array(x.minimum(2))[0] == 1)
    #expect(Array(x.minimum(2))[1].isNaN)
    #expect(Array(x.maximumNumber(2)) == [2, 2, 3])
    #expect(Array(x.minimumNumber(2)) == [1, 2, 2])
    #expect(Array(a.clipped(to: -1...3)) == [3, -1, 0])
    #expect(Array(a.clipped(nil, 3)) == [3, -7, 0])
    #expect(Array(a.clipped(NDArray([8, 0, 1]), nil)) == [8, 0, 1])
    #expect(Array(a.clipped(nil as Int?, nil)) == [7, -7, 0])
    #expect(Array(a.maximum(b)) == [7, 2, 0])
  }

  @Test func takesFloatsApart() {
    let x = NDArray([6.0, -0.75])
    let (fraction, exponent) = x.frexp()
    #expect(Array(fraction) == [0.75, -0.75])
    #expect(Array(exponent) == [3, 0])
    #expect(Array(fraction.scaled(byPowersOfTwo: exponent)) == [6, -0.75])
    let (rest, whole) = NDArray([1.25, -3]).modf()
    #expect(Array(rest) == [0.25, 0])
    #expect(Array(whole) == [1, -3])
    #expect(Array(NDArray([3.0]).hypot(4)) == [5])
    #expect(Array(NDArray([1.0]).nextAfter(2)) == [(1.0).nextUp])
    #expect(Array(NDArray([1.0]).spacing()) == [(1.0).ulp])
    #expect(Array(NDArray([-1.0, 0, 1]).heaviside(atZero: 0.5)) == [0, 0.5, 1])
    #expect(Array(NDArray([12]).greatestCommonDivisor(with: 18)) == [6])
    #expect(Array(NDArray([4]).leastCommonMultiple(with: 6)) == [12])
  }

  @Test func frozenArraysComputeToo() {
    let x = NDArray([5, 6]).frozen()
    #expect(Array(x % 4) == [1, 2])
    #expect(Array(NDArray([1, 2]) .| x) == [5, 6])
    #expect(Array(-x) == [-5, -6])
    #expect(Array(x.floorDivided(by: x)) == [1, 1])
  }

  @Test func masksLeaveTheRest() throws {
    let target = NDArray([9, 9, 9])
    let mask = NDArray([true, false, true])
    try AnyNDArray.apply(.add, a.erased, b.erased, into: target.erased, where: mask.erased)
    #expect(Array(target) == [9, 9, 0])
    let fresh = try AnyNDArray.apply(.add, a.erased, b.erased, where: mask.erased)
    #expect(Array(try NDArray<Int>(fresh)) == [9, 0, 0])
    #expect(throws: ArrayError.self) {
      try AnyNDArray.apply(.add, a.erased, b.erased, where: b.erased)
    }
    // The mask takes part in the shape of a fresh result.
    let wide = try AnyNDArray.apply(
      .negative, NDArray(scalar: 3).erased, where: NDArray([true, false]).erased)
    #expect(Array(try NDArray<Int>(wide)) == [-3, 0])
  }

  @Test func namesOperationAndTypes() throws {
    let error = #expect(throws: ArrayError.self) {
      try AnyNDArray.apply(
        .add, NDArray([1.5]).erased, NDArray([1]).erased, into: NDArray([1]).erased)
    }
    #expect(error?.message.contains("'add' output from float64 to int64") == true)
    let other = #expect(throws: ArrayError.self) {
      try AnyNDArray.apply(.bitwiseAnd, NDArray([1.5]).erased, NDArray([1]).erased)
    }
    #expect(other?.message.contains("'bitwise_and'") == true)
    #expect(throws: ArrayError.self) {
      try AnyNDArray.apply(
        .divmod, a.erased, b.erased, into: a.copy().erased, and: NDArray([1]).erased)
    }
  }

  @Test func comparesIntegersOfAllSizesExactly() throws {
    let signed = NDArray<Int64>([-1, .max, 0]).erased
    let unsigned = NDArray<UInt64>([.max, UInt64(Int64.max) + 1, 0]).erased
    func results(_ operation: BinaryOperation) throws -> [Bool] {
      Array(try NDArray<Bool>(AnyNDArray.apply(operation, signed, unsigned)))
    }
    #expect(try results(.equal) == [false, false, true])
    #expect(try results(.less) == [true, true, false])
    #expect(try results(.greaterEqual) == [false, false, true])
    let turned = try AnyNDArray.apply(.greater, unsigned, signed)
    #expect(Array(try NDArray<Bool>(turned)) == [true, true, false])
    let small = try AnyNDArray.apply(.less, NDArray<Int8>([-1]).erased, unsigned[0..<1])
    #expect(Array(try NDArray<Bool>(small)) == [true])
  }
}
