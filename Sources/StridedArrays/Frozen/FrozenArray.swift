// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// An array that nobody can change: it may be read from many threads and passed between tasks.
///
/// `NDArray.frozen()` makes one. Its memory is read-only for ever, through every handle: views of
/// it, its `base` and its `reader` can't be written either. Views of a frozen array are frozen.
///
/// Results of arithmetic are fresh, writable `NDArray`s.
public struct FrozenArray<Item: Storable>: StridedArray, @unchecked Sendable {
  public typealias Failure = Never
  public typealias Fresh = NDArray<Item>

  // Invariants: those of `NDArray`; `storage.kind` is owned and `storage.isWritable` is false;
  // `rights` has no `.writable`.

  public let storage: Storage
  public let layout: Layout
  public let rights: Rights

  @inlinable public var dtype: DType { Item.dtype }

  /// Creates a handle over memory that is frozen already.
  init(frozen storage: Storage, layout: Layout, rights: Rights) {
    self.storage = storage
    self.layout = layout
    self.rights = rights.subtracting(.writable)
    assert(storage.kind == .owned && !storage.isWritable, "the storage is not frozen")
  }

  /// Takes an array over fresh memory. Where the memory is the library's, it becomes read-only for
  /// every handle on it; else the elements are copied.
  ///
  /// To freeze an array of your own use `frozen()`, which looks for other handles first.
  public init(_ adopted: Adopted) {
    let array = adopted.array
    precondition(array.dtype == Item.dtype, "the element types differ")
    var owned = array
    if array.storage.kind != .owned {
      owned = NDArray<Item>.attempt { () throws(ArrayError) in
        try array.copied(.keep, because: .shared, operation: "frozen")
      }
    }
    owned.storage.freeze()
    self.init(frozen: owned.storage, layout: owned.layout, rights: owned.rights)
  }

  public func placed(at place: Place) -> FrozenArray {
    FrozenArray(
      frozen: storage.held(as: place.layout, dtype, isRoot: place.rights.contains(.root)),
      layout: place.layout, rights: place.rights)
  }

  @inlinable public static func attempt<Result>(
    _ body: () throws(ArrayError) -> Result
  ) -> Result { NDArray<Item>.attempt(body) }

  /// The same elements as an `NDArray` that can't be written, for whatever takes one.
  ///
  /// Returns a view. O(1).
  public var reader: NDArray<Item> { NDArray(storage: storage, layout: layout, rights: rights) }

  /// Returns a copy that can be written, reported with the reason that this array can't be.
  ///
  /// NumPy: `numpy.ndarray.copy`. Copies.
  public func thawed(order: MemoryOrder = .keep) -> NDArray<Item> {
    reportReceipt(
      .handedOver, by: "thawed", isShared: false, freedBy: .library, isWritable: true)
    return Self.attempt { () throws(ArrayError) in
      NDArray(adopting: try erased.copied(order, because: .readOnly, operation: "thawed"))
    }
  }
}

extension FrozenArray: CustomStringConvertible, CustomDebugStringConvertible {}
