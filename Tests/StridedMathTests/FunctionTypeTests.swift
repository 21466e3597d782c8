// SPDX-License-Identifier: Apache-2.0
import Strided
import Testing

@Suite struct FunctionTypeTests {
  /// NumPy: `numpy.exp(numpy.zeros(1, dtype)).dtype`.
  @Test(arguments: [
    (DType.bool, DType.float16), (.int8, .float16), (.uint8, .float16), (.int16, .float32),
    (.uint16, .float32), (.int32, .float64), (.uint32, .float64), (.int64, .float64),
    (.uint64, .float64), (.float16, .float16), (.float32, .float32), (.float64, .float64),
    (.complex64, .complex64), (.complex128, .complex128),
  ])
  func computesInTheSmallestFloatThatHolds(_ type: DType, _ result: DType) throws {
    let a = try AnyNDArray.zeros([2], type)
    for name in FunctionNames.inexact where name != "arccosh" {
      #expect(try call(name, a).dtype == result, "\(name)")
    }
    let isComplex = type == .complex64 || type == .complex128
    for name in FunctionNames.real {
      if isComplex {
        #expect(throws: ArrayError.self) { try callReal(name, a) }
      } else {
        #expect(try callReal(name, a).dtype == result, "\(name)")
      }
    }
    for name in FunctionNames.binary where name != "power" && !isComplex {
      #expect(try call(name, a, a).dtype == result, "\(name)")
    }
  }

  @Test func promotesTwoTypesFirst() throws {
    let a = NDArray<Int8>([3]).erased, b = NDArray<Float>([4]).erased
    let angle = try atan2(a, b)
    #expect(angle.dtype == .float32)
    #expect(Array(try NDArray<Float>(angle)) == [0.6435011])
  }

  @Test func readsSwappedBytes() throws {
    let swapped = try NDArray([1.0, 2, 3]).erased.cast(to: DType.float64.swapped)
    #expect(Array(try NDArray<Double>(log(swapped))) == Array(log(NDArray([1.0, 2, 3]))))
  }

  @Test func readsFrozenArrays() {
    let a = NDArray([0.0, 1]).frozen()
    #expect(Array(expm1(a)) == Array(expm1(NDArray([0.0, 1]))))
  }

  @Test func throwsForWrongShapesAndTargets() {
    let a = NDArray([1.0, 2, 3]).erased, b = NDArray([1.0, 2]).erased
    #expect(throws: ArrayError.self) { try atan2(a, b) }
    #expect(throws: ArrayError.self) { try exp(a, into: b) }
    #expect(throws: ArrayError.self) { try exp(a, into: NDArray([1, 2, 3]).erased) }
    #expect(throws: ArrayError.self) { try exp(a, where: NDArray([true, false]).erased) }
  }

  @Test func trapsForWrongShapes() async {
    await #expect(processExitsWith: .failure) {
      _ = atan2(NDArray([1.0, 2]), NDArray([1.0, 2, 3]))
    }
  }
}
