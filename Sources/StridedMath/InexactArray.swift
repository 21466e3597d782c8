// SPDX-License-Identifier: Apache-2.0

public import ComplexModule
public import StridedArrays
import StridedLayouts
import StridedLoops
public import StridedMemory

/// An element type that holds fractions: floats and complex numbers. NumPy: `numpy.inexact`.
public protocol InexactScalar: Scalar {}

/// An element type of real fractions. NumPy: `numpy.floating`.
public protocol RealScalar: InexactScalar, OrderedScalar {}

extension Float16: RealScalar {}
extension Float: RealScalar {}
extension Double: RealScalar {}
extension Complex: InexactScalar where RealType: ComplexPart {}

/// An array that the mathematical functions take.
///
/// An `NDArray` (or a frozen one) holds floats or complex numbers, and so does the result; functions
/// trap on a programmer's mistake. An `AnyNDArray` may hold any numbers: small integers and truth
/// values compute in the smallest float that holds them (`int8` as `float16`, `int16` as
/// `float32`), others as `float64`; functions throw.
public protocol InexactArray: StridedArray {
  /// Truth values that say which elements to compute.
  associatedtype Mask: StridedArray
}

/// An array that the functions of real numbers take.
public protocol RealArray: InexactArray {}

extension AnyNDArray: RealArray {
  public typealias Mask = AnyNDArray
}

extension NDArray: InexactArray where Item: InexactScalar {
  public typealias Mask = NDArray<Bool>
}

extension FrozenArray: InexactArray where Item: InexactScalar {
  public typealias Mask = NDArray<Bool>
}

extension NDArray: RealArray where Item: RealScalar {}
extension FrozenArray: RealArray where Item: RealScalar {}

extension InexactArray {
  static func computed(
    _ operation: UnaryOperation, _ a: Self, _ mask: Mask?
  ) throws(Failure) -> Fresh {
    try Fresh.attempt { () throws(ArrayError) in
      Fresh(adopting: try AnyNDArray.apply(operation, a.erased, where: mask?.erased))
    }
  }

  static func compute(
    _ operation: UnaryOperation, _ a: Self, into target: Fresh, _ mask: Mask?
  ) throws(Failure) {
    try Fresh.attempt { () throws(ArrayError) in
      try AnyNDArray.apply(operation, a.erased, into: target.erased, where: mask?.erased)
    }
  }

  static func computed(
    _ operation: BinaryOperation, _ a: some StridedArray, _ b: some StridedArray, _ mask: Mask?
  ) throws(Failure) -> Fresh {
    try Fresh.attempt { () throws(ArrayError) in
      Fresh(adopting: try AnyNDArray.apply(operation, a.erased, b.erased, where: mask?.erased))
    }
  }

  static func compute(
    _ operation: BinaryOperation, _ a: some StridedArray, _ b: some StridedArray,
    into target: Fresh, _ mask: Mask?
  ) throws(Failure) {
    try Fresh.attempt { () throws(ArrayError) in
      try AnyNDArray.apply(
        operation, a.erased, b.erased, into: target.erased, where: mask?.erased)
    }
  }
}
