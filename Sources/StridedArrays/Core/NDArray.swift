// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// A handle on shared memory: an n-dimensional array of elements of one type.
///
/// Assigning or slicing an array shares its memory, as in NumPy; `copy()` does not. Writing through
/// any handle is seen by all, so it needs no `var`:
///
///     let album = NDArray([10, 20, 30, 40, 50])
///     let window = album[1..<4]
///     window[0] = 999
///     print(album)  // [ 10 999  30  40  50]
///
/// A programmer's mistake (an axis or index out of range, shapes that do not fit) traps with a
/// message that holds the shapes, as with `Array`. Where failure depends on data, use the throwing
/// forms or `AnyNDArray`.
///
/// NumPy: `numpy.ndarray`.
public struct NDArray<Item: Storable>: StridedArray {
  public typealias Failure = Never
  public typealias Fresh = NDArray

  // Invariants: those of `AnyNDArray`, and `Item.dtype` is the type of the elements.

  public let storage: Storage
  public let layout: Layout
  public let rights: Rights

  @inlinable public var dtype: DType { Item.dtype }

  /// Creates a handle from parts that are known to keep the invariants.
  @inlinable init(storage: Storage, layout: Layout, rights: Rights) {
    self.storage = storage
    self.layout = layout
    self.rights = rights
  }

  @inlinable public init(_ adopted: Adopted) {
    let array = adopted.array
    precondition(array.dtype == Item.dtype, "the element types differ")
    self.init(storage: array.storage, layout: array.layout, rights: array.rights)
  }

  /// Creates the same array with its element type known to the compiler. Returns a view. O(1).
  ///
  /// - Throws: `ArrayError` of kind `type` if the elements are of another type; cast then.
  public init(_ array: AnyNDArray) throws(ArrayError) where Item: AnyBitPattern {
    guard array.dtype == Item.dtype else {
      throw ArrayError(
        .type, "the elements are \(array.dtype), not \(Item.dtype); use cast(to:) to convert them")
    }
    self.init(adopting: array)
  }

  @inlinable public func placed(at place: Place) -> NDArray {
    NDArray(
      storage: storage.held(as: place.layout, dtype, isRoot: place.rights.contains(.root)),
      layout: place.layout, rights: place.rights)
  }

  @inlinable public static func attempt<Result>(
    _ body: () throws(ArrayError) -> Result
  ) -> Result {
    do throws(ArrayError) { return try body() } catch { trap(error) }
  }

  @usableFromInline static func trap(_ error: ArrayError) -> Never {
    fatalError(error.message)
  }
}

/// An array shares its memory with every other handle, so it must not cross into another task.
@available(*, unavailable)
extension NDArray: Sendable {}
