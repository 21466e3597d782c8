// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

extension NDArray {
  /// Makes an array over fresh memory in `order` and fills it.
  static func make(
    _ shape: [Int], order: MemoryOrder = .rowMajor, zeroed: Bool = false
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      let layout = try Layout.dense(
        shape: shape, itemSize: Item.dtype.itemSize,
        order: order == .columnMajor ? order : .rowMajor)
      return NDArray(adopting: try AnyNDArray.allocate(layout, Item.dtype, zeroed: zeroed))
    }
  }

  /// Creates a 1-d array of the elements of a sequence. Copies. NumPy: `numpy.array`.
  @inlinable public init(_ elements: some Sequence<Item>) {
    let elements = Array(elements)
    self.init(list: elements, shape: [elements.count], order: .rowMajor)
  }

  /// Creates an array of a shape from elements in row-major order. Copies.
  ///
  /// NumPy: `numpy.array(elements).reshape(shape)`.
  @inlinable public init(
    _ elements: some Sequence<Item>, shape: [Int], order: MemoryOrder = .rowMajor
  ) {
    // Made a list here, where the compiler knows the sequence.
    self.init(list: Array(elements), shape: shape, order: order)
  }

  @usableFromInline init(list elements: [Item], shape: [Int], order: MemoryOrder) {
    let rows = NDArray.make(shape)
    guard elements.count == rows.count else {
      fatalError("\(elements.count) elements do not fill the shape \(shape)")
    }
    if DType.isBitwise(Item.self) {
      elements.withUnsafeBytes { items in
        UnsafeMutableRawBufferPointer(start: rows.storage.address, count: items.count)
          .copyMemory(from: items)
      }
    } else {
      for (i, element) in elements.enumerated() {
        element.store(to: rows.storage.address + i * Item.dtype.itemSize)
      }
    }
    rows.reportReceipt(
      .adopted, by: "init", isShared: false, freedBy: .library, isWritable: true)
    self = order == .columnMajor ? rows.copy(order: order) : rows
  }

  /// Creates a 2-d array of rows of equal length. Copies. NumPy: `numpy.array`.
  @_disfavoredOverload public init(_ rows: [[Item]], order: MemoryOrder = .rowMajor) {
    let columns = rows.first?.count ?? 0
    for row in rows where row.count != columns {
      fatalError("rows of \(columns) and of \(row.count) elements do not form an array")
    }
    self.init(rows.joined(), shape: [rows.count, columns], order: order)
  }

  /// Creates a 3-d array of planes of equal shape. Copies. NumPy: `numpy.array`.
  @_disfavoredOverload public init(_ planes: [[[Item]]], order: MemoryOrder = .rowMajor) {
    let (rows, columns) = (planes.first?.count ?? 0, planes.first?.first?.count ?? 0)
    for plane in planes {
      for row in plane where plane.count != rows || row.count != columns {
        fatalError(
          "planes of \(rows) × \(columns) and of \(plane.count) × \(row.count) elements "
            + "do not form an array")
      }
    }
    self.init(
      planes.joined().joined(), shape: [planes.count, rows, columns], order: order)
  }

  /// Creates an array of rank 0 that holds one element. NumPy: `numpy.array(item)`.
  public init(scalar item: Item) {
    self = NDArray.make([])
    item.store(to: storage.address)
  }

  /// Returns an array of which every element is `item`. NumPy: `numpy.full`.
  public static func full(
    _ shape: [Int], _ item: Item, order: MemoryOrder = .rowMajor
  ) -> NDArray {
    let result = make(shape, order: order)
    result.fill(item)
    return result
  }

  /// Returns an array of the same shape of which every element is `item`.
  ///
  /// NumPy: `numpy.full_like`.
  public static func full(
    like other: NDArray, _ item: Item, order: MemoryOrder = .keep
  ) -> NDArray {
    let result = fresh(like: other, order, zeroed: false)
    result.fill(item)
    return result
  }

  /// Makes an array of the same shape over fresh memory.
  static func fresh(like other: NDArray, _ order: MemoryOrder, zeroed: Bool) -> NDArray {
    attempt { () throws(ArrayError) in
      let layout = try other.erased.copyLayout(order, itemSize: Item.dtype.itemSize)
      return NDArray(adopting: try AnyNDArray.allocate(layout, Item.dtype, zeroed: zeroed))
    }
  }

  /// Returns an array over memory that someone else owns. Nothing is copied.
  ///
  /// - Parameters:
  ///   - items: The memory, in `order`; it must stay valid until `release` is called.
  ///   - shape: The lengths of the axes, whose product is the number of items.
  ///   - isWritable: Whether the library may write to the memory; false is a guarantee.
  ///   - release: Called once, on any thread, when no array uses the memory any more.
  ///
  /// - Throws: `ArrayError` of kind `value` if the shape does not fit the items; `release` is not
  ///   called then.
  ///
  /// NumPy: `numpy.frombuffer`. Returns a view.
  public static func borrowing(
    _ items: UnsafeMutableBufferPointer<Item>, shape: [Int], order: MemoryOrder = .rowMajor,
    isWritable: Bool = true, release: @escaping @Sendable () -> Void
  ) throws(ArrayError) -> NDArray {
    let layout = try Layout.dense(shape: shape, itemSize: Item.dtype.itemSize, order: order)
    return NDArray(
      adopting: try AnyNDArray.borrowing(
        UnsafeMutableRawBufferPointer(items), layout: layout, dtype: Item.dtype,
        isWritable: isWritable, release: release))
  }

  /// Returns an array over memory of any content; every element must be written before it is read.
  ///
  /// Only for types of which every bit pattern is a value. NumPy: `numpy.empty`.
  public static func empty(
    _ shape: [Int], order: MemoryOrder = .rowMajor
  ) -> NDArray where Item: AnyBitPattern { make(shape, order: order) }

  /// Returns an array of the same shape over memory of any content. NumPy: `numpy.empty_like`.
  public static func empty(
    like other: NDArray, order: MemoryOrder = .keep
  ) -> NDArray where Item: AnyBitPattern { fresh(like: other, order, zeroed: false) }

  /// Writes `item` to every element.
  ///
  /// NumPy: `numpy.ndarray.fill`.
  public func fill(_ item: Item) {
    let source = NDArray(scalar: item)
    Self.attempt { () throws(ArrayError) in try erased.assign(from: source.erased) }
  }

  /// Returns an array of the same shape, with its axes in the same order, of which every element is
  /// `item`.
  ///
  /// NumPy: `numpy.full_like`. The in-place form is `fill(_:)`.
  public func filled(with item: Item) -> NDArray { .full(like: self, item) }

  /// Writes `source`, broadcast to this shape, to every element; shared memory is never a problem.
  ///
  /// NumPy: `a[...] = source`.
  public func assign(from source: NDArray) {
    Self.attempt { () throws(ArrayError) in try erased.assign(from: source.erased) }
  }
}

extension NDArray where Item: Scalar {
  /// Returns an array of zeros; large ones take no memory until they are written.
  ///
  /// NumPy: `numpy.zeros`.
  public static func zeros(_ shape: [Int], order: MemoryOrder = .rowMajor) -> NDArray {
    make(shape, order: order, zeroed: true)
  }

  /// Returns an array of zeros of the same shape. NumPy: `numpy.zeros_like`.
  public static func zeros(like other: NDArray, order: MemoryOrder = .keep) -> NDArray {
    fresh(like: other, order, zeroed: true)
  }
}

extension NDArray where Item: Scalar & ExpressibleByIntegerLiteral {
  /// Returns an array of ones. NumPy: `numpy.ones`.
  public static func ones(_ shape: [Int], order: MemoryOrder = .rowMajor) -> NDArray {
    full(shape, 1, order: order)
  }

  /// Returns an array of ones of the same shape. NumPy: `numpy.ones_like`.
  public static func ones(like other: NDArray, order: MemoryOrder = .keep) -> NDArray {
    full(like: other, 1, order: order)
  }

  /// Returns a matrix of zeros with ones on a diagonal. NumPy: `numpy.eye`.
  public static func eye(_ rows: Int, _ columns: Int? = nil, diagonal: Int = 0) -> NDArray {
    let result = zeros([rows, columns ?? rows])
    let ones = result.view(
      attempt { () throws(ArrayError) in try result.layout.diagonal(offset: diagonal, axes: (0, 1))
      })
    ones.fill(1)
    return result
  }

  /// Returns a square matrix of zeros with ones on the main diagonal. NumPy: `numpy.identity`.
  public static func identity(_ rows: Int) -> NDArray { eye(rows) }
}

extension NDArray where Item: FixedWidthInteger & Scalar {
  /// Returns the values from `start` up to, but not including, `stop`.
  ///
  /// NumPy: `numpy.arange(start, stop, step)`.
  public static func arange(_ start: Item, _ stop: Item, by step: Item.Stride = 1) -> NDArray {
    NDArray(stride(from: start, to: stop, by: step))
  }

  /// Returns the values from 0 up to, but not including, `stop`. NumPy: `numpy.arange(stop)`.
  public static func arange(_ stop: Item) -> NDArray { arange(0, stop) }
}

extension NDArray where Item: BinaryFloatingPoint & Scalar {
  /// Returns the values from `start` up to, but not including, `stop`.
  ///
  /// There are ceil((`stop` - `start`) / `step`) of them, each `start` plus a multiple of the first
  /// difference, so that rounding can make the last reach `stop`, as in NumPy.
  ///
  /// NumPy: `numpy.arange(start, stop, step)`.
  public static func arange(_ start: Item, _ stop: Item, by step: Item = 1) -> NDArray {
    let count = Swift.max(0, ((stop - start) / step).rounded(.up))
    guard count.isFinite, count < Item(Int.max / 2) else {
      fatalError("arange from \(start) to \(stop) by \(step) has no length")
    }
    let difference = (start + step) - start
    return NDArray((0..<Int(count)).map { start + Item($0) * difference })
  }

  /// Returns the values from 0 up to, but not including, `stop`. NumPy: `numpy.arange(stop)`.
  public static func arange(_ stop: Item) -> NDArray { arange(0, stop) }

  /// Returns `count` values at equal distances from `start` to `stop`, both included.
  ///
  /// NumPy: `numpy.linspace`.
  public static func linspace(
    _ start: Item, _ stop: Item, count: Int = 50, includingStop: Bool = true
  ) -> NDArray {
    precondition(count >= 0, "the number of samples, \(count), must not be negative")
    let steps = includingStop ? count - 1 : count
    let step = (stop - start) / Item(Swift.max(steps, 1))
    let result = NDArray(
      (0..<count).map {
        // A step too small for its type, or none, is made up for by dividing first.
        step == 0
          ? start + Item($0) / Item(Swift.max(steps, 1)) * (stop - start) : start + Item($0) * step
      })
    if includingStop, count > 1 { result[-1] = stop }
    return result
  }
}
