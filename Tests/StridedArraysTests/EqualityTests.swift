// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

@Suite struct EqualityTests {
  @Test func wholeArraysAreEqualOrNot() {
    let a = NDArray(0..<6).reshaped(2, 3)
    #expect(a.isEqual(to: a.copy(order: .columnMajor)))
    #expect(a.isEqual(to: a.flipped().flipped()))
    #expect(!a.isEqual(to: a.reshaped(3, 2)) && !a.isEqual(to: a.raveled()))
    #expect(!a.isEqual(to: a[..<1]))
    let other = a.copy()
    other[1, 2] = -1
    #expect(!a.isEqual(to: other))
    #expect(NDArray<Int>.zeros([0, 3]).isEqual(to: .zeros([0, 3])))
    #expect(!NDArray<Int>.zeros([0, 3]).isEqual(to: .zeros([3, 0])))
    #expect(NDArray(scalar: 1).isEqual(to: NDArray(scalar: 1)))
    #expect(a.copy().frozen().isEqual(to: a.copy().frozen()))
  }

  @Test func notANumberIsEqualOnlyIfAsked() {
    let a = NDArray([1, .nan, 3])
    #expect(!a.isEqual(to: a) && a.isEqual(to: a.copy(), equalNaN: true))
    #expect(!a.isEqual(to: NDArray([1, 2, 3]), equalNaN: true))
    #expect(!a.isEqual(to: NDArray([.nan, .nan, 3]), equalNaN: true))
    // Either part makes a complex number NaN, as in NumPy.
    let z = NDArray([Complex(Double.nan, 1)])
    let w = NDArray([Complex(1, Double.nan)])
    #expect(z.isEqual(to: w, equalNaN: true) && !z.isEqual(to: w))
    #expect(NDArray([0.0]).isEqual(to: NDArray([-0.0])))
  }

  @Test func elementTypesMayDifferAtRunTime() throws {
    let a = NDArray([1, 2]).erased
    #expect(try a.isEqual(to: NDArray([1.0, 2]).erased))
    #expect(try a.isEqual(to: a.cast(to: DType.int16.swapped)))
    #expect(try !a.isEqual(to: NDArray<UInt8>([1, 3]).erased))
    #expect(try a.isEqual(to: NDArray([1.0, 2]).erased, equalNaN: true))
    let record = try NDArray<UInt8>([1, 2]).erased.view(as: .record(size: 2, alignment: 1))
    #expect(throws: ArrayError.self) { try record.isEqual(to: record) }
  }

  @Test func structsAreComparedByTheirOwnEquality() {
    struct Padded: Storable, Equatable {
      var small: UInt8
      var number: Int32
    }
    let a = NDArray([Padded(small: 1, number: 2), Padded(small: 3, number: 4)])
    #expect(a.isEqual(to: a.copy()) && !a.isEqual(to: a.flipped()))
  }
}

@Suite struct DebugTests {
  @Test func oneLineSaysWhatAnArrayIs() throws {
    let m = NDArray(0..<12).reshaped(3, 4)
    #expect(
      NDArray<Float>.zeros([3, 4]).debugDescription
        == "float32 [3, 4], strides [16, 4], offset 0, owns its memory")
    #expect(
      m[1..., .every(2)].debugDescription
        == "int64 [2, 2], strides [32, 16], offset 32, view of int64 [12]")
    #expect(m.broadcast(to: [2, 3, 4]).debugDescription.hasSuffix(", read-only"))
    let bytes = UnsafeMutableBufferPointer<Double>.allocate(capacity: 2)
    bytes.initialize(repeating: 0)
    defer { bytes.deallocate() }
    let borrowed = try NDArray.borrowing(bytes, shape: [2], isWritable: false) {}
    #expect(
      borrowed.debugDescription
        == "float64 [2], strides [8], offset 0, over borrowed memory, read-only")
    #expect(m.copy().frozen().debugDescription.contains("owns its memory, read-only"))
  }

  @Test func mirrorsListTheLayout() {
    let mirror = Mirror(reflecting: NDArray(0..<4)[.every(2)])
    let children = Dictionary(
      uniqueKeysWithValues: mirror.children.map { ($0.label ?? "", "\($0.value)") })
    #expect(children["shape"] == "[2]" && children["strides"] == "[16]")
    #expect(children["dtype"] == "int64" && children["values"] == "[0 2]")
    #expect(children["owner"] == "view of int64 [4]")
    #expect(Mirror(reflecting: NDArray(0..<4).erased).children.count == children.count)
    #expect(Mirror(reflecting: NDArray(0..<4).frozen()).children.count == children.count)
  }
}
