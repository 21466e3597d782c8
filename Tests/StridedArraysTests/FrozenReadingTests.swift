// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// What an `NDArray` reads and computes, a frozen one does, with the same results.
@Suite struct FrozenReadingTests {
  private let array = NDArray([3, 0, 7, 1, 0, 5]).reshaped(2, 3)
  private let frozen = NDArray([3, 0, 7, 1, 0, 5]).reshaped(2, 3).copy().frozen()

  private func same<Item: Equatable>(
    _ a: NDArray<Item>, _ b: NDArray<Item>, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(a.shape == b.shape && Array(a) == Array(b), sourceLocation: location)
    #expect(b.isWritable, sourceLocation: location)
  }

  @Test func operators() {
    same(array + array, frozen + frozen)
    same(array + array, frozen + array)
    same(array + array, array + frozen)
    same(array - 1, frozen - 1)
    same(1 - array, 1 - frozen)
    same(array * [1, 2, 3], frozen * [1, 2, 3])
    same(array / 2, frozen / 2)
    same(array .== array, frozen .== array)
    same(array .!= 0, frozen .!= 0)
    same(array .< 3, frozen .< 3)
    same(array .<= 3, frozen .<= 3)
    same(array .> 3, frozen .> 3)
    same(3 .>= array, 3 .>= frozen)
    let sum = array.copy()
    sum += frozen
    sum *= frozen
    sum -= frozen
    same((array + array) * array - array, sum)
  }

  @Test func picking() {
    same(array[at: [1, 0]], frozen[at: [1, 0]])
    same(array[at: 0, [2, 0]], frozen[at: 0, [2, 0]])
    same(array[at: .all, [2, 0]], frozen[at: .all, [2, 0]])
    same(array[where: array .> 2], frozen[where: frozen .> 2])
    same(array.take([5, 0]), frozen.take([5, 0]))
    same(array.compress([true, false], axis: 0), frozen.compress([true, false], axis: 0))
    same(array.extract(array .> 2), frozen.extract(frozen .> 2))
    same(array.argwhere(), frozen.argwhere())
    same(array.flatNonzero(), frozen.flatNonzero())
    #expect(array.nonzero().map { Array($0) } == frozen.nonzero().map { Array($0) })
    let target = NDArray<Int>.zeros([2, 3])
    frozen.copy(to: target, where: frozen .> 2)
    #expect(Array(target) == [3, 0, 7, 0, 0, 5])
    // Frozen positions and masks pick, too.
    #expect(Array(NDArray([10, 20, 30])[at: NDArray([2, 0]).frozen()]) == [30, 10])
  }

  @Test func reductionsCastsAndClosures() {
    #expect(frozen.sum() == 16 && frozen.min() == 0 && frozen.max() == 7)
    same(array.sum(axis: 0), frozen.sum(axis: 0))
    same(array.max(axes: [1], keepingAxes: true), frozen.max(axes: [1], keepingAxes: true))
    same(array.cast(to: Float.self), frozen.cast(to: Float.self))
    same(array.mapElements { $0 * 2 }, frozen.mapElements { $0 * 2 })
    same(array.zipElements(with: array, +), frozen.zipElements(with: frozen, +))
    same(array.zipElements(with: array, +), array.zipElements(with: frozen, +))
  }

  @Test func viewsStayFrozen() {
    let bytes = frozen.view(as: UInt8.self)
    #expect(bytes.shape == [2, 24] && bytes.isView(of: frozen) && !bytes.isWritable)
    let numbers = NDArray([Complex<Double>(1, 2), Complex(3, 4)]).frozen()
    #expect(Array(numbers.real()) == [1, 3] && Array(numbers.imaginary()) == [2, 4])
    #expect(numbers.imaginary().isView(of: numbers) && !numbers.real().isWritable)
  }

  @Test func assembling() {
    let joined = FrozenArray.concatenate([frozen, frozen], axis: 0)
    #expect(joined.shape == [4, 3] && !joined.isWritable)
    #expect(Array(frozen.rolled(by: 1)) == [5, 3, 0, 7, 1, 0])
    #expect(frozen.flipped(axis: 0).raveled().sum() == 16)
  }
}
