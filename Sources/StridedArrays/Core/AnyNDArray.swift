// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// A handle on shared memory: an n-dimensional array whose element type is known at run time.
///
/// This is the data's array: files, notation and exchange use it. Assigning or slicing shares the
/// memory; `copy()` does not. Whatever can go wrong is thrown as an `ArrayError`; nothing traps.
///
/// NumPy: `numpy.ndarray`.
public struct AnyNDArray: StridedArray {
  public typealias Failure = ArrayError
  public typealias Fresh = AnyNDArray

  // Invariants:
  // 1. Every element of `layout`, `dtype.itemSize` bytes long, lies in `0 ..< storage.byteCount`.
  // 2. A root's layout and type equal `storage.root` and `storage.rootDType`.

  public let storage: Storage
  public let layout: Layout
  public let dtype: DType
  public let rights: Rights

  /// Creates a handle from parts that are known to keep the invariants.
  @inlinable init(storage: Storage, layout: Layout, dtype: DType, rights: Rights) {
    self.storage = storage
    self.layout = layout
    self.dtype = dtype
    self.rights = rights
    #if DEBUG
      stopUnlessValid()
    #endif
  }

  @usableFromInline func stopUnlessValid() {
    if let broken = checkInvariants() { fatalError(broken) }
  }

  /// Returns the invariant that does not hold, or nil. Debug builds ask for every handle made.
  func checkInvariants() -> String? {
    do throws(ArrayError) {
      try AnyNDArray.check(layout, dtype, in: storage)
    } catch { return "invariant 1: \(error)" }
    let isRootLayout = layout == storage.root && dtype == storage.rootDType
    return rights.contains(.root) && !isRootLayout ? "invariant 2: not the root's layout" : nil
  }

  /// Creates the array that `storage` was made for.
  ///
  /// - Throws: `ArrayError` of kind `value` if the storage's own layout does not lie in its bytes.
  public init(_ storage: Storage) throws(ArrayError) {
    try AnyNDArray.check(storage.root, storage.rootDType, in: storage)
    let (root, dtype) = (storage.root, storage.rootDType)
    self.init(
      storage: storage.held(as: root, dtype, isRoot: true), layout: root, dtype: dtype,
      rights: [.root, .writable])
  }

  /// Creates an array of any layout over a storage. Returns a view.
  ///
  /// - Throws: `ArrayError` of kind `value` if an element would lie outside the storage.
  public init(
    storage: Storage, layout: Layout, dtype: DType, isRoot: Bool = false, isWritable: Bool = true
  ) throws(ArrayError) {
    try AnyNDArray.check(layout, dtype, in: storage)
    try AnyNDArray.check(storage.root, storage.rootDType, in: storage)
    guard dtype.isPlain || dtype == storage.rootDType else {
      throw ArrayError(
        .type, "bytes become a user's struct only by its own type, NDArray.view(as:)")
    }
    let isRoot = isRoot && layout == storage.root && dtype == storage.rootDType
    var rights: Rights = isRoot ? .root : []
    if isWritable { rights.insert(.writable) }
    self.init(
      storage: storage.held(as: layout, dtype, isRoot: isRoot), layout: layout, dtype: dtype,
      rights: rights)
  }

  @inlinable public init(_ adopted: Adopted) { self = adopted.array }

  @inlinable public func placed(at place: Place) -> AnyNDArray {
    viewed(as: place.layout, dtype: dtype, rights: place.rights)
  }

  @usableFromInline func viewed(as layout: Layout, dtype: DType, rights: Rights) -> AnyNDArray {
    AnyNDArray(
      storage: storage.held(as: layout, dtype, isRoot: rights.contains(.root)), layout: layout,
      dtype: dtype, rights: rights)
  }

  @inlinable public static func attempt<Result>(
    _ body: () throws(ArrayError) -> Result
  ) throws(ArrayError) -> Result { try body() }

  static func check(_ layout: Layout, _ dtype: DType, in storage: Storage) throws(ArrayError) {
    try check(layout, dtype, byteCount: storage.byteCount)
  }

  static func check(_ layout: Layout, _ dtype: DType, byteCount: Int) throws(ArrayError) {
    try layout.validate()
    let bytes = layout.byteBounds(itemSize: dtype.itemSize)
    guard layout.isEmpty || (bytes.lowerBound >= 0 && bytes.upperBound <= byteCount) else {
      throw ArrayError(
        .value,
        "an array of shape \(layout.shape), strides \(layout.strides) and offset \(layout.offset) "
          + "spans bytes \(bytes) of a storage of \(byteCount) bytes")
    }
  }
}

/// An array shares its memory with every other handle, so it must not cross into another task.
@available(*, unavailable)
extension AnyNDArray: Sendable {}
