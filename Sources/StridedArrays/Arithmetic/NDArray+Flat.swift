// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

// The shortest way for what programs do most: operations on small contiguous arrays of one shape
// and type. Everything else, and whatever a ledger must hear of, goes through `AnyNDArray`.
extension NDArray where Item: Scalar {
  /// The results of an operation on two small contiguous arrays; nil for all others.
  @inline(__always)
  static func flat<Input: Scalar>(
    _ operation: BinaryOperation, _ left: NDArray<Input>, _ right: NDArray<Input>
  ) -> NDArray? {
    let input = Input.dtype
    guard !LedgerReport.isListening,
      let count = left.layout.flatCount(with: right.layout, itemSize: input.itemSize)
    else { return nil }
    defer { withExtendedLifetime((left, right)) {} }
    return flat(
      operation, input, left.layout, count,
      left.storage.address + left.layout.offset, right.storage.address + right.layout.offset,
      steps: (input.itemSize, input.itemSize))
  }

  /// The results of an operation on a small contiguous array and an item; nil for other arrays.
  @inline(__always)
  static func flat<Input: Scalar>(
    _ operation: BinaryOperation, _ left: NDArray<Input>, _ right: Input, isExchanged: Bool = false
  ) -> NDArray? {
    let input = Input.dtype
    guard !LedgerReport.isListening,
      let count = left.layout.flatCount(with: left.layout, itemSize: input.itemSize)
    else { return nil }
    defer { withExtendedLifetime(left) {} }
    return withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { item -> NDArray? in
      guard let item = item.baseAddress else { return nil }
      right.store(to: item)
      let first = left.storage.address + left.layout.offset
      return isExchanged
        ? flat(operation, input, left.layout, count, item, first, steps: (0, input.itemSize))
        : flat(operation, input, left.layout, count, first, item, steps: (input.itemSize, 0))
    }
  }

  private static func flat(
    _ operation: BinaryOperation, _ input: DType, _ layout: Layout, _ count: Int,
    _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, steps: (Int, Int)
  ) -> NDArray? {
    do throws(ArrayError) {
      let types = try operation.signature(input, input)
      let size = types.result.itemSize
      guard count < Loops.flatBytes / size else { return nil }
      let compact = try layout.compact(itemSize: size)
      let storage = try Storage.allocate(
        byteCount: count * size, zeroed: false, layout: compact, dtype: types.result)
      Loops.apply(types, count: count, into: storage.address, a, b, steps: steps)
      return NDArray(
        storage: storage.held(as: compact, types.result, isRoot: true), layout: compact,
        rights: [.root, .writable])
    } catch {
      // The long way finds the error again, and says it.
      return nil
    }
  }
}
