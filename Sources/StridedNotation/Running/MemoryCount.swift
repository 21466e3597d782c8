// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
internal import StridedMemory

/// How many bytes a program's arrays hold: those that were alive at the last count, and all that
/// were made since, as if none of them had gone.
struct MemoryCount {
  /// How many bytes they may hold.
  var limit = 0
  var alive = 0
  var made = 0

  /// How many more bytes may be made before arrays that are gone must be counted out.
  var room: Int { max(0, limit - alive - made) }
}

extension Machine {
  /// Counts the bytes of the arrays that the program can reach.
  ///
  /// Each object that is looked at is a step, so that counting again and again comes to an end.
  func count() throws(Fault) {
    var walk = ReachableMemory()
    for variable in variables { walk.add(variable.value) }
    for frame in frames { walk.add(frame) }
    memory.alive = walk.byteCount()
    memory.made = 0
    try charge(items: walk.objectCount)
  }
}

/// The memory of arrays that values hold, each block once.
private struct ReachableMemory {
  private var heap: [Container] = []
  private var seen: Set<ObjectIdentifier> = []
  private var blocks: Set<UInt> = []

  var objectCount: Int { seen.count }

  mutating func add(_ value: Value) {
    if let container = value.container { heap.append(container) }
  }

  mutating func add(_ frame: Frame) { heap.append(frame) }

  mutating func byteCount() -> Int {
    var bytes = 0
    while let container = heap.popLast() {
      guard seen.insert(ObjectIdentifier(container)).inserted else { continue }
      if let object = container as? ArrayObject {
        let storage = object.array.storage
        if blocks.insert(storage.key).inserted { bytes += storage.byteCount }
      } else {
        visit(container)
      }
    }
    return bytes
  }

  private mutating func visit(_ container: Container) {
    if let list = container as? ListObject {
      for item in list.items { add(item) }
    } else if let tuple = container as? TupleObject {
      for item in tuple.items { add(item) }
    } else if let dict = container as? DictObject {
      for entry in dict.entries { add(entry.value) }
    } else if let frame = container as? Frame {
      for (_, value) in frame.variables { add(value) }
      if let parent = frame.parent { heap.append(parent) }
    } else if let function = container as? FunctionObject {
      for value in function.defaults { add(value) }
      if let frame = function.frame { heap.append(frame) }
    }
  }
}
