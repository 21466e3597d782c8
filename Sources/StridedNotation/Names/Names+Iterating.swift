// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts

extension Registry {
  /// What loops over arrays walk.
  func addIterating() {
    function("ndindex(*shape)") { (c) throws(Fault) in
      let parts = c.rest("shape")
      let shape =
        parts.count == 1
        ? try Call.ints(parts[0], c.machine) : try Call.ints(.tuple(parts), c.machine)
      guard shape.allSatisfy({ $0 >= 0 }) else {
        throw Fault(.valueError, "negative dimensions are not allowed")
      }
      return .iterator(IndexIterator(shape, nil))
    }
    function("ndenumerate(arr)") { (c) throws(Fault) in
      let array = try c.object("arr")
      return .iterator(IndexIterator(array.array.shape, array))
    }
    function("nditer(op, flags=None, op_flags=None, order='K')") { (c) throws(Fault) in
      guard !c.has("flags"), !c.has("op_flags") else {
        throw Fault(
          .notImplementedError, "Strided's nditer takes no flags; index the array instead")
      }
      let (op, order) = (try c.object("op"), try c.order())
      // Elements come in the order of memory.
      let axes = order == .keep ? op.array.layout.memoryOrder() : Array(0..<op.array.rank)
      let view = try lifted { () throws(ArrayError) in try op.array.permuted(axes) }
      return .iterator(IndexIterator(view.shape, ArrayObject(view, base: op.owner), isFlat: true))
    }
  }
}

/// Walks all indices of a shape in row-major order, with the elements of an array if there is one.
final class IndexIterator: IteratorObject {
  private let shape: [Int]
  private var index: [Int]?
  private var array: ArrayObject?
  private let isFlat: Bool

  init(_ shape: [Int], _ array: ArrayObject?, isFlat: Bool = false) {
    self.shape = shape
    self.array = array
    self.isFlat = isFlat
    index = shape.contains(0) ? nil : Array(repeating: 0, count: shape.count)
  }

  override var typeName: String { array == nil ? "ndindex" : "ndenumerate" }

  override func next(_ machine: Machine) throws(Fault) -> Value? {
    guard let index else { return nil }
    var following: [Int]? = index
    for axis in shape.indices.reversed() {
      following?[axis] += 1
      if let place = following?[axis], place < shape[axis] { break }
      following?[axis] = 0
      if axis == 0 { following = nil }
    }
    if shape.isEmpty { following = nil }
    self.index = following
    guard let array else { return .shape(index) }
    let element = try lifted { () throws(ArrayError) in
      try array.array.view(at: index.map { .index($0) })
    }
    if isFlat {
      return .array(machine.object(element, viewOf: array, by: "nditer"))
    }
    return .tuple([.shape(index), try machine.scalar(of: element)])
  }

  override func surrender(to heap: inout [Container]) {
    if let array { heap.append(array as Container) }
    array = nil
  }
}
