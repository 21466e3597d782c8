// SPDX-License-Identifier: Apache-2.0
public import StridedLayouts
public import StridedMemory

/// One array as the loops see it: memory, where the elements lie in it, and what they are.
///
/// The memory must outlive the call; the loops keep nothing.
public struct Operand {
  /// The first byte of the storage; the layout's offset is not added yet.
  public var base: UnsafeMutableRawPointer
  /// Where the elements lie.
  public var layout: Layout
  /// What the elements are.
  public var dtype: DType

  /// Creates an operand of the elements at `layout` in the storage that starts at `base`.
  @inlinable public init(base: UnsafeMutableRawPointer, layout: Layout, dtype: DType) {
    self.base = base
    self.layout = layout
    self.dtype = dtype
  }

  /// Creates an operand of the elements at `layout` in `storage`, which the caller keeps alive.
  @inlinable public init(storage: Storage, layout: Layout, dtype: DType) {
    self.init(base: storage.address, layout: layout, dtype: dtype)
  }

  /// The byte where the element at all-zero indices starts.
  var first: UnsafeMutablePointer<CChar> {
    (base + layout.offset).assumingMemoryBound(to: CChar.self)
  }
}
