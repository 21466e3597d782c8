// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
public import StridedMemory

// Closures see the elements in row-major order, whatever the memory's order is.
extension TypedArray {
  /// Returns an array of what a closure makes of each element.
  ///
  /// A fresh result keeps the order in memory. O(n).
  ///
  /// - Parameter target: Where to write the result, in this array's shape; it may share memory with
  ///   it. What was written stays where the closure throws. Nil for fresh memory.
  ///
  /// NumPy: `numpy.vectorize(transform)(a)`. Copies.
  @discardableResult @inlinable public func mapElements<Result: Storable, Fault: Error>(
    into target: NDArray<Result>? = nil, _ transform: (Item) throws(Fault) -> Result
  ) throws(Fault) -> NDArray<Result> {
    let source = reader
    let result = NDArray<Result>.destination(target, source.layout, sharing: source)
    guard var walk = RowWalk(source.layout, result.layout) else { return result.moved(to: target) }
    repeat {
      var from = UnsafeRawPointer(source.storage.address + walk.starts[0])
      var to = result.storage.address + walk.starts[1]
      for _ in 0..<walk.length {
        try transform(Item.load(from: from)).store(to: to)
        from += walk.steps[0]
        to += walk.steps[1]
      }
    } while walk.advance()
    withExtendedLifetime((source.storage, result.storage)) {}
    return result.moved(to: target)
  }

  /// Returns an array of what a closure makes of the elements of two arrays, which broadcast.
  ///
  /// A fresh result keeps the order in memory that both share. O(n).
  ///
  /// - Parameter target: As of `mapElements(into:_:)`.
  ///
  /// NumPy: `numpy.vectorize(combine)(a, b)`. Copies.
  @discardableResult @inlinable
  public func zipElements<
    Other: TypedArray, Result: Storable, Fault: Error
  >(
    with other: Other, into target: NDArray<Result>? = nil,
    _ combine: (Item, Other.Item) throws(Fault) -> Result
  ) throws(Fault) -> NDArray<Result> {
    let (a, b) = reader.broadcast(with: other.reader)
    let result = NDArray<Result>.destination(target, a.layout, b.layout, sharing: a, b)
    guard var walk = RowWalk(a.layout, b.layout, result.layout) else {
      return result.moved(to: target)
    }
    repeat {
      var first = UnsafeRawPointer(a.storage.address + walk.starts[0])
      var second = UnsafeRawPointer(b.storage.address + walk.starts[1])
      var to = result.storage.address + walk.starts[2]
      for _ in 0..<walk.length {
        try combine(Item.load(from: first), Other.Item.load(from: second)).store(to: to)
        first += walk.steps[0]
        second += walk.steps[1]
        to += walk.steps[2]
      }
    } while walk.advance()
    withExtendedLifetime((a.storage, b.storage, result.storage)) {}
    return result.moved(to: target)
  }
}

extension NDArray {
  /// Replaces each element by what a closure makes of it, in place, in row-major order.
  ///
  /// What was written stays where the closure throws. O(n).
  ///
  /// NumPy: `a[...] = numpy.vectorize(transform)(a)`.
  @inlinable public func transformElements<Fault: Error>(
    _ transform: (Item) throws(Fault) -> Item
  ) throws(Fault) {
    if !isWritable { trapOnReadOnly() }
    guard var walk = RowWalk(layout) else { return }
    repeat {
      var place = storage.address + walk.starts[0]
      for _ in 0..<walk.length {
        try transform(Item.load(from: place)).store(to: place)
        place += walk.steps[0]
      }
    } while walk.advance()
    withExtendedLifetime(storage) {}
  }

  /// Replaces each element by what a closure makes of it and of the element of another array, which
  /// broadcasts to this shape, in place.
  ///
  /// The other array is copied first if it shares memory with this one and lies otherwise. O(n).
  ///
  /// NumPy: `a[...] = numpy.vectorize(combine)(a, b)`.
  @inlinable public func transformElements<Other: TypedArray, Fault: Error>(
    with other: Other, _ combine: (Item, Other.Item) throws(Fault) -> Item
  ) throws(Fault) {
    if !isWritable { trapOnReadOnly() }
    let source = other.reader.operand(for: self)
    guard var walk = RowWalk(layout, source.layout) else { return }
    repeat {
      var place = storage.address + walk.starts[0]
      var from = UnsafeRawPointer(source.storage.address + walk.starts[1])
      for _ in 0..<walk.length {
        try combine(Item.load(from: place), Other.Item.load(from: from)).store(to: place)
        place += walk.steps[0]
        from += walk.steps[1]
      }
    } while walk.advance()
    withExtendedLifetime((storage, source.storage)) {}
  }

  /// Returns an array of a shape whose elements a closure makes of their indices.
  ///
  /// NumPy: `numpy.fromfunction`, which calls once with the arrays that `indices` gives.
  public static func fromFunction<Fault: Error>(
    _ shape: [Int], order: MemoryOrder = .rowMajor,
    _ element: (_ index: [Int]) throws(Fault) -> Item
  ) throws(Fault) -> NDArray {
    let result = make(shape, order: order)
    var walk = OffsetWalk([result.layout], shape)
    while let offsets = walk.next() {
      try element(walk.lastIndex).store(to: result.storage.address + offsets[0])
    }
    return result
  }
}

// What the loops above need besides the walk; it is compiled once, here.
extension NDArray {
  /// Both arrays in the one shape that they broadcast to.
  @usableFromInline func broadcast<Other: Storable>(
    with other: NDArray<Other>
  ) -> (NDArray, NDArray<Other>) {
    Self.attempt { () throws(ArrayError) in
      let shape = try Layout.broadcastShape([self.shape, other.shape])
      return (
        readOnlyView(try layout.broadcast(to: shape)),
        other.readOnlyView(try other.layout.broadcast(to: shape))
      )
    }
  }

  /// Where a result is written: to the target, or to fresh memory where there is none or the target
  /// shares memory with what is read.
  @usableFromInline static func destination<First: Storable>(
    _ target: NDArray?, _ layout: Layout, sharing first: NDArray<First>
  ) -> NDArray { destination(target, layout, nil, [first.erased]) }

  @usableFromInline static func destination<First: Storable, Second: Storable>(
    _ target: NDArray?, _ layout: Layout, _ other: Layout, sharing first: NDArray<First>,
    _ second: NDArray<Second>
  ) -> NDArray { destination(target, layout, other, [first.erased, second.erased]) }

  private static func destination(
    _ target: NDArray?, _ layout: Layout, _ other: Layout?, _ sources: [AnyNDArray]
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      if let target {
        try target.erased.checkReceives(layout.shape)
        if !sources.contains(where: { $0.mayShareMemory(with: target) }) { return target }
      }
      let dense = try Layout.dense(
        shape: layout.shape, itemSize: Item.dtype.itemSize,
        axisOrder: Layout.memoryOrder(of: other.map { [layout, $0] } ?? [layout]))
      return NDArray(adopting: try AnyNDArray.allocate(dense, Item.dtype))
    }
  }

  /// The target with these elements, if it is another array; else this one.
  @usableFromInline func moved(to target: NDArray?) -> NDArray {
    guard let target, target.storage !== storage else { return target ?? self }
    target.assign(from: self)
    return target
  }

  /// This array in the shape of a target, in memory that writing to it leaves alone: where the two
  /// overlap, every element must lie at the place of the target's.
  @usableFromInline func operand<Target: Storable>(for target: NDArray<Target>) -> NDArray {
    Self.attempt { () throws(ArrayError) in
      let view = try erased.broadcast(to: target.shape)
      let isApart = view.overlapAnswer(with: target, effort: .bounds) == .disjoint
      let isSame = view.layout(from: target.storage) == target.layout && view.dtype == target.dtype
      if isApart || isSame && !target.overlapsItself { return NDArray(adopting: view) }
      let copy = try erased.copied(.keep, because: .overlap, operation: "transformElements")
      return NDArray(adopting: try copy.broadcast(to: target.shape))
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
