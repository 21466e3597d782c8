// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

extension TypedArray {
  /// Returns an array of what a closure makes of each element.
  ///
  /// The closure sees the elements in row-major order, whatever the memory's order is. The result
  /// keeps the order in memory.
  ///
  /// NumPy: `numpy.vectorize(transform)(a)`. Copies.
  public func mapElements<Result: Storable, Fault: Error>(
    _ transform: (Item) throws(Fault) -> Result
  ) throws(Fault) -> NDArray<Result> {
    let result = NDArray<Result>.inMemoryOrder(of: [layout], shape)
    var walk = OffsetWalk([layout, result.layout], shape)
    while let offsets = walk.next() {
      try transform(Item.load(from: storage.address + offsets[0]))
        .store(to: result.storage.address + offsets[1])
    }
    return result
  }

  /// Returns an array of what a closure makes of the elements of two arrays, which broadcast.
  ///
  /// NumPy: `numpy.vectorize(combine)(a, b)`. Copies.
  public func zipElements<Other: Storable, Result: Storable, Fault: Error>(
    with other: some TypedArray<Other>, _ combine: (Item, Other) throws(Fault) -> Result
  ) throws(Fault) -> NDArray<Result> {
    let (shape, a, b) = Self.attempt { () throws(ArrayError) in
      let shape = try Layout.broadcastShape([self.shape, other.shape])
      return (shape, try layout.broadcast(to: shape), try other.layout.broadcast(to: shape))
    }
    let result = NDArray<Result>.inMemoryOrder(of: [a, b], shape)
    var walk = OffsetWalk([a, b, result.layout], shape)
    while let offsets = walk.next() {
      try combine(
        Item.load(from: storage.address + offsets[0]),
        Other.load(from: other.storage.address + offsets[1])
      ).store(to: result.storage.address + offsets[2])
    }
    return result
  }
}

extension NDArray {
  /// Replaces each element by what a closure makes of it, in place, in row-major order.
  ///
  /// What was written stays where the closure throws.
  ///
  /// NumPy: `a[...] = numpy.vectorize(transform)(a)`.
  public func transformElements<Fault: Error>(
    _ transform: (Item) throws(Fault) -> Item
  ) throws(Fault) {
    if !isWritable { trapOnReadOnly() }
    var walk = OffsetWalk([layout], shape)
    while let offsets = walk.next() {
      let address = storage.address + offsets[0]
      try transform(Item.load(from: address)).store(to: address)
    }
  }

  /// Returns an array of a shape whose elements a closure makes of their indices.
  ///
  /// NumPy: `numpy.fromfunction`, which calls once with the arrays that `indices` gives.
  public static func fromFunction<Fault: Error>(
    _ shape: [Int], _ element: (_ index: [Int]) throws(Fault) -> Item
  ) throws(Fault) -> NDArray {
    let result = make(shape)
    var walk = OffsetWalk([result.layout], shape)
    while let offsets = walk.next() {
      try element(walk.lastIndex).store(to: result.storage.address + offsets[0])
    }
    return result
  }

  fileprivate static func inMemoryOrder(of layouts: [Layout], _ shape: [Int]) -> NDArray {
    attempt { () throws(ArrayError) in
      let layout = try Layout.dense(
        shape: shape, itemSize: Item.dtype.itemSize,
        axisOrder: Layout.memoryOrder(of: layouts))
      return NDArray(adopting: try AnyNDArray.allocate(layout, Item.dtype))
    }
  }
}

/// Walks layouts of one shape together, in row-major order.
struct OffsetWalk {
  private let layouts: [Layout]
  private let shape: [Int]
  private var offsets: [Int]
  private var remaining: Int
  /// The index of the offsets that were given last.
  private(set) var lastIndex: [Int]
  private var isFirst = true

  init(_ layouts: [Layout], _ shape: [Int]) {
    self.layouts = layouts
    self.shape = shape
    lastIndex = [Int](repeating: 0, count: shape.count)
    offsets = layouts.map { $0.offset }
    remaining = shape.reduce(1, &*)
  }

  /// The offsets of the next element in each layout, or nil at the end.
  mutating func next() -> [Int]? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    if isFirst {
      isFirst = false
      return offsets
    }
    var axis = shape.count - 1
    while axis >= 0 {
      lastIndex[axis] += 1
      for i in layouts.indices { offsets[i] &+= layouts[i].axes[axis].stride }
      if lastIndex[axis] < shape[axis] { break }
      for i in layouts.indices { offsets[i] &-= layouts[i].axes[axis].stride &* shape[axis] }
      lastIndex[axis] = 0
      axis -= 1
    }
    return offsets
  }
}
