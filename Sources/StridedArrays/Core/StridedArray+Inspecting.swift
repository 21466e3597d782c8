// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// What is true of an array's memory. NumPy: `numpy.ndarray.flags`.
public struct Flags: Hashable, Sendable {
  /// The elements lie without gaps, the last axis fastest. NumPy: `flags.c_contiguous`.
  public var isRowMajor: Bool
  /// The elements lie without gaps, the first axis fastest. NumPy: `flags.f_contiguous`.
  public var isColumnMajor: Bool
  /// This handle owns its memory: it is no view, and the library frees it. NumPy: `flags.owndata`.
  public var ownsMemory: Bool
  /// Elements can be written through this handle. NumPy: `flags.writeable`.
  public var isWritable: Bool
  /// Every element's address is a multiple of its alignment. NumPy: `flags.aligned`.
  public var isAligned: Bool

  /// Aligned and writable. NumPy: `flags.behaved`.
  public var isBehaved: Bool { isAligned && isWritable }
  /// Behaved and row-major. NumPy: `flags.carray`.
  public var isBehavedRowMajor: Bool { isBehaved && isRowMajor }
  /// Behaved, column-major and not row-major. NumPy: `flags.farray`.
  public var isBehavedColumnMajor: Bool { isBehaved && isColumnMajorOnly }
  /// Without gaps in either order. NumPy: `flags.forc`.
  public var isContiguous: Bool { isRowMajor || isColumnMajor }
  /// Column-major and not row-major. NumPy: `flags.fnc`.
  public var isColumnMajorOnly: Bool { isColumnMajor && !isRowMajor }
}

extension StridedArray {
  /// The lengths of the axes. NumPy: `numpy.ndarray.shape`.
  public var shape: [Int] { layout.shape }
  /// The distances between neighbours along each axis, in bytes. NumPy: `numpy.ndarray.strides`.
  public var strides: [Int] { layout.strides }
  /// The number of axes. NumPy: `numpy.ndarray.ndim`.
  @inlinable public var rank: Int { layout.rank }
  /// The number of elements. NumPy: `numpy.ndarray.size`.
  @inlinable public var count: Int { layout.count }
  /// The size of an element in bytes. NumPy: `numpy.ndarray.itemsize`.
  @inlinable public var itemSize: Int { dtype.itemSize }
  /// The bytes of all elements, broadcast ones counted each time; `Int.max` if they are more.
  ///
  /// NumPy: `numpy.ndarray.nbytes`.
  public var byteCount: Int {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: itemSize)
    return overflow ? .max : bytes
  }
  /// Where the first element starts, in bytes from the start of the storage.
  public var byteOffset: Int { layout.offset }
  /// The address of the element at all-zero indices. NumPy: `numpy.ndarray.ctypes.data`.
  public var address: Int { Int(bitPattern: storage.address) &+ layout.offset }
  /// The bytes that the elements span, as offsets in the storage.
  ///
  /// NumPy: `numpy.lib.array_utils.byte_bounds`, which gives addresses.
  public var byteBounds: Range<Int> { layout.byteBounds(itemSize: itemSize) }

  /// Whether elements can be written through this handle. NumPy: `flags.writeable`.
  @inlinable public var isWritable: Bool { rights.contains(.writable) && storage.isWritable }
  /// Whether this handle owns its memory: it is no view, and the library frees the memory.
  public var ownsMemory: Bool { rights.contains(.root) && storage.kind == .owned }
  /// Whether the elements lie without gaps in `order`. NumPy: `flags.c_contiguous`, `.f_contiguous`.
  public func isContiguous(_ order: MemoryOrder = .rowMajor) -> Bool {
    layout.isContiguous(order, itemSize: itemSize)
  }

  /// Whether every element's address is a multiple of its alignment. NumPy: `flags.aligned`.
  public var isAligned: Bool {
    if layout.isEmpty { return true }
    var bits = UInt(bitPattern: address)
    for axis in layout.axes where axis.length > 1 { bits |= UInt(bitPattern: axis.stride) }
    return bits % UInt(dtype.alignment) == 0
  }

  /// Everything that is true of the memory. NumPy: `numpy.ndarray.flags`.
  public var flags: Flags {
    Flags(
      isRowMajor: isContiguous(.rowMajor), isColumnMajor: isContiguous(.columnMajor),
      ownsMemory: ownsMemory, isWritable: isWritable, isAligned: isAligned)
  }

  /// The array that this one is a view of: the one the storage was made for, or nil for that one
  /// itself.
  ///
  /// NumPy: `numpy.ndarray.base`.
  public var base: AnyNDArray? {
    if rights.contains(.root) { return nil }
    let (root, dtype) = (storage.root, storage.rootDType)
    return AnyNDArray(
      storage: storage.held(as: root, dtype, isRoot: true), layout: root, dtype: dtype,
      rights: [.root, .writable])
  }

  /// Whether this is a view whose bytes all lie within those that `other` spans.
  ///
  /// A root is a view of nothing; views of one owner count when they lie inside each other.
  /// NumPy: `view.base is other`.
  public func isView(of other: some StridedArray) -> Bool {
    guard storage.isSame(as: other.storage), !rights.contains(.root) else { return false }
    let (inner, outer) = (byteBounds, other.byteBounds)
    return inner.lowerBound >= outer.lowerBound && inner.upperBound <= outer.upperBound
  }

  /// The subscript that makes this view from its base, or nil where there is none.
  ///
  /// Transposed, reinterpreted and reshaped views have none; nor has a root.
  public var recipe: ViewRecipe? {
    guard !rights.contains(.root), dtype == storage.rootDType else { return nil }
    return layout.recipe(from: storage.root, itemSize: itemSize)
  }

  /// Whether any byte belongs to an element of both arrays, decided exactly.
  ///
  /// - Complexity: O(rank) for slices of one array; never "too hard", but a contrived pair of
  ///   layouts can take time or memory in proportion to the bytes that they span.
  ///
  /// NumPy: `numpy.shares_memory`.
  @inlinable public func sharesMemory(with other: some StridedArray) -> Bool {
    erased.overlapAnswer(with: other.erased, effort: .exact) == .shared
  }

  /// Whether the bytes that the arrays span meet; true for interleaved slices too. O(rank).
  ///
  /// NumPy: `numpy.may_share_memory`.
  @inlinable public func mayShareMemory(with other: some StridedArray) -> Bool {
    erased.overlapAnswer(with: other.erased, effort: .bounds) != .disjoint
  }

  func overlapAnswer(with other: some StridedArray, effort: OverlapEffort) -> OverlapAnswer {
    erased.overlapAnswer(with: other.erased, effort: effort)
  }

  /// One element of each array at the same byte, or nil if the arrays share none.
  ///
  /// The bytes of the witness are offsets in this array's storage.
  public func overlap(with other: some StridedArray) -> OverlapWitness? {
    guard let theirs = other.layout(from: storage) else { return nil }
    return layout.overlapWitness(with: theirs, itemSize: itemSize, otherItemSize: other.itemSize)
  }

  /// Whether two different elements of this array share a byte.
  public var overlapsItself: Bool { layout.overlapsItself(itemSize: itemSize) == .shared }

  /// The layout with its offset counted from the start of `origin`, or nil if the storages are
  /// apart.
  ///
  /// Two storages can lie over the same borrowed memory or map the same file, so addresses and
  /// places in the file decide, not identity.
  package func layout(from origin: Storage) -> Layout? {
    if storage.isSame(as: origin) { return layout }
    if let mine = storage.file, let theirs = origin.file, let shift = theirs.distance(to: mine) {
      return try? layout.advanced(by: shift)
    }
    let (mine, theirs) = (UInt(bitPattern: storage.address), UInt(bitPattern: origin.address))
    guard mine < theirs + UInt(origin.byteCount), theirs < mine + UInt(storage.byteCount) else {
      return nil
    }
    return try? layout.advanced(by: Int(bitPattern: mine &- theirs))
  }
}

extension AnyNDArray {
  @usableFromInline func overlapAnswer(
    with other: AnyNDArray, effort: OverlapEffort
  ) -> OverlapAnswer {
    guard let theirs = other.layout(from: storage) else { return .disjoint }
    return layout.overlaps(
      theirs, itemSize: itemSize, otherItemSize: other.itemSize, effort: effort)
  }
}
