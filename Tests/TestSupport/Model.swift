// SPDX-License-Identifier: Apache-2.0

/// The oracle: an array as a plain list of the memory cells that its elements are, in row-major
/// order. Slow and obviously right: a view permutes or repeats cells, a write reads all values first.
public struct Model {
  public final class Memory {
    public var values: [Int]
    public init(_ values: [Int]) { self.values = values }
  }

  public let memory: Memory
  public let shape: [Int]
  public let cells: [Int]

  public init(memory: Memory, shape: [Int], cells: [Int]) {
    self.memory = memory
    self.shape = shape
    self.cells = cells
  }

  /// An array over fresh memory.
  public init(_ values: [Int], shape: [Int]) {
    self.init(memory: Memory(values), shape: shape, cells: Array(values.indices))
  }

  public var values: [Int] { cells.map { memory.values[$0] } }

  /// All indices of a shape in row-major order.
  public static func indices(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { heads, length in heads.flatMap { head in (0..<length).map { head + [$0] } }
    }
  }

  /// A view of `shape` whose element at each index is this array's element at `source(index)`.
  public func view(_ shape: [Int], _ source: ([Int]) -> [Int]) -> Model {
    let cells = Model.indices(shape).map { index -> Int in
      var flat = 0
      for (i, length) in zip(source(index), self.shape) { flat = flat * length + i }
      return self.cells[flat]
    }
    return Model(memory: memory, shape: shape, cells: cells)
  }

  public func permuted(_ axes: [Int]) -> Model {
    view(axes.map { shape[$0] }) { index in
      var source = index
      for (position, axis) in axes.enumerated() { source[axis] = index[position] }
      return source
    }
  }

  public func flipped(_ axis: Int) -> Model {
    view(shape) { index in
      var source = index
      source[axis] = shape[axis] - 1 - index[axis]
      return source
    }
  }

  /// The positions `positions` along an axis.
  public func picking(_ positions: [Int], axis: Int) -> Model {
    var result = shape
    result[axis] = positions.count
    return view(result) { index in
      var source = index
      source[axis] = positions[index[axis]]
      return source
    }
  }

  public func dropping(axis: Int, at position: Int) -> Model {
    var result = shape
    result.remove(at: axis)
    return view(result) { index in
      var source = index
      source.insert(position, at: axis)
      return source
    }
  }

  public func adding(axis: Int) -> Model {
    var result = shape
    result.insert(1, at: axis)
    return Model(memory: memory, shape: result, cells: cells)
  }

  public func broadcast(to shape: [Int]) -> Model {
    let missing = shape.count - self.shape.count
    return view(shape) { index in
      zip(index.dropFirst(missing), self.shape).map { $1 == 1 ? 0 : $0 }
    }
  }

  public func reshaped(_ shape: [Int]) -> Model {
    Model(memory: memory, shape: shape, cells: cells)
  }

  public func copy() -> Model { Model(values, shape: shape) }

  /// Reads everything, then writes in row-major order.
  public func assign(_ source: Model) {
    let values = source.broadcast(to: shape).values
    for (cell, value) in zip(cells, values) { memory.values[cell] = value }
  }

  /// Combines with another array element by element, reading everything before it writes.
  public func update(_ other: Model, _ combine: (Int, Int) -> Int) {
    let results = zip(values, other.broadcast(to: shape).values).map(combine)
    for (cell, value) in zip(cells, results) { memory.values[cell] = value }
  }
}
