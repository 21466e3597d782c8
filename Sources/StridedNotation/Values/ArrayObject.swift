// SPDX-License-Identifier: Apache-2.0

package import StridedArrays
import StridedLayouts
internal import StridedMemory

/// An array as an object with an identity: what a name is bound to.
package final class ArrayObject: Container {
  /// The array; its layout can change in place (`a.shape = …`), and its right to be written.
  package var array: AnyNDArray
  /// The array that owns the memory; nil for an owner itself.
  package private(set) var base: ArrayObject?

  /// Creates an object over an array that owns its memory, or a view of `base`.
  init(_ array: AnyNDArray, base: ArrayObject?) {
    self.array = array
    self.base = base
  }

  /// The array that owns the memory.
  package var owner: ArrayObject { base ?? self }
  /// Whether this object owns its memory.
  var ownsMemory: Bool { base == nil && array.storage.kind == .owned }

  override func surrender(to heap: inout [Container]) {
    if let base { heap.append(base as Container) }
    base = nil
  }
}

extension AnyNDArray {
  /// Whether the element of an array of rank 0 counts as true; false where there is none.
  var truth: Bool { (try? item(as: Bool.self)) ?? false }
}

extension AnyNDArray {
  /// Whether the only element counts as true.
  func truthOfOnly() throws(ArrayError) -> Bool { try item(as: Bool.self) }
}

extension AnyNDArray {
  /// The shape without the first axes of length 1 that `target` has no room for.
  func shape(fitting target: AnyNDArray) -> [Int] {
    var shape = self.shape
    while shape.count > target.rank, shape.first == 1 { shape.removeFirst() }
    return shape
  }
}
