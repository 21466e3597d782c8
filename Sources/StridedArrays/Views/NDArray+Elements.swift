// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

extension NDArray {
  /// The element at the indices, one an axis; negative ones count from the end.
  ///
  /// NumPy: `a[i, j]`. Copies one element. O(1).
  @inlinable public subscript(i: Int) -> Item {
    get { .load(from: pointer(axisCount: 1) { offset(i, axis: 0) }) }
    nonmutating set { store(newValue, at: pointer(axisCount: 1) { offset(i, axis: 0) }) }
  }

  /// The element at the indices, one an axis; negative ones count from the end.
  @inlinable public subscript(i: Int, j: Int) -> Item {
    get { .load(from: pointer(axisCount: 2) { offset(i, axis: 0) &+ offset(j, axis: 1) }) }
    nonmutating set {
      store(newValue, at: pointer(axisCount: 2) { offset(i, axis: 0) &+ offset(j, axis: 1) })
    }
  }

  /// The element at the indices, one an axis; negative ones count from the end.
  @inlinable public subscript(i: Int, j: Int, k: Int, rest: Int...) -> Item {
    get { self[element: [i, j, k] + rest] }
    nonmutating set { self[element: [i, j, k] + rest] = newValue }
  }

  /// The element at `index`, which holds one integer an axis; `[]` is the element of rank 0.
  ///
  /// NumPy: `a[tuple(index)]`, `a.item(*index)`. Copies one element. O(rank).
  @inlinable public subscript(element index: [Int]) -> Item {
    get { .load(from: pointer(axisCount: index.count) { offset(index) }) }
    nonmutating set { store(newValue, at: pointer(axisCount: index.count) { offset(index) }) }
  }

  @inlinable func pointer(axisCount: Int, _ offset: () -> Int) -> UnsafeMutableRawPointer {
    if axisCount != rank { trapOnAxisCount(axisCount) }
    return storage.address + (layout.offset &+ offset())
  }

  @inlinable func offset(_ index: Int, axis: Int) -> Int {
    let axis = layout.axes[axis]
    let position = index < 0 ? index &+ axis.length : index
    if position < 0 || position >= axis.length { trapOnIndex(index, length: axis.length) }
    return position &* axis.stride
  }

  @inlinable func offset(_ index: [Int]) -> Int {
    var sum = 0
    for axis in 0..<index.count { sum &+= offset(index[axis], axis: axis) }
    return sum
  }

  @inlinable func store(_ item: Item, at address: UnsafeMutableRawPointer) {
    if !isWritable { trapOnReadOnly() }
    item.store(to: address)
  }

  @usableFromInline func trapOnAxisCount(_ count: Int) -> Never {
    fatalError("\(count) indices do not pick an element of an array of shape \(shape)")
  }

  @usableFromInline func trapOnIndex(_ index: Int, length: Int) -> Never {
    fatalError(
      "index \(index) is out of bounds for an axis of length \(length) of the shape \(shape)")
  }

  @usableFromInline func trapOnReadOnly() -> Never {
    fatalError("assignment destination is read-only: the array of shape \(shape)")
  }
}

extension NDArray {
  /// The elements in row-major order, whatever the memory's order is.
  ///
  /// NumPy: `numpy.ndarray.flat`.
  public var elements: Elements { Elements(self) }

  /// The elements of an array in row-major order.
  public struct Elements: Sequence, IteratorProtocol {
    @usableFromInline let array: NDArray
    /// Steps along the last axis, which need no look at the others.
    @usableFromInline let step: Int
    /// How many elements are left before the last axis starts again.
    @usableFromInline var left: Int
    @usableFromInline var offset: Int
    /// The elements behind those that are left of this run.
    private var behind: Int
    /// The position along each axis but the last.
    private var index: [Int]

    init(_ array: NDArray) {
      self.array = array
      let last = array.layout.axes.last
      step = last?.stride ?? 0
      left = array.count == 0 ? 0 : last?.length ?? 1
      behind = array.count - left
      offset = array.layout.offset
      index = Array(repeating: 0, count: Swift.max(array.rank - 1, 0))
    }

    public var underestimatedCount: Int { left + behind }

    @inlinable public mutating func next() -> Item? {
      if left == 0, !startRun() { return nil }
      left -= 1
      let item = Item.load(from: array.storage.address + offset)
      offset &+= step
      return item
    }

    /// Moves on to the next run along the last axis; false if there is none.
    @usableFromInline mutating func startRun() -> Bool {
      guard behind > 0, let last = array.layout.axes.last else { return false }
      left = last.length
      behind -= left
      offset &-= step &* left
      var axis = index.count - 1
      while axis >= 0 {
        let (length, stride) = (array.layout.axes[axis].length, array.layout.axes[axis].stride)
        index[axis] += 1
        offset &+= stride
        if index[axis] < length { break }
        offset &-= stride &* length
        index[axis] = 0
        axis -= 1
      }
      return true
    }
  }
}

extension Array where Element: Storable {
  /// Creates a list of the array's elements in row-major order. Copies.
  ///
  /// NumPy: `a.ravel().tolist()`.
  public init(_ array: NDArray<Element>) {
    if DType.isBitwise(Element.self) {
      self.init(unsafeUninitializedCapacity: array.count) { items, count in
        NDArray<Element>.attempt { () throws(ArrayError) in
          try array.erased.write(to: UnsafeMutableRawPointer(items.baseAddress))
        }
        count = array.count
      }
    } else {
      self = Array(array.elements)
    }
    array.reportReceipt(
      .handedOver, by: "Array", isShared: false, freedBy: .receiver, isWritable: true)
  }
}
