// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// A block of memory and the named arrays that lie on it.
struct SharedMemory {
  /// A named array on the block.
  struct Member {
    let name: String
    let array: AnyNDArray
    /// The array's layout, counted from the start of the block's storage.
    let layout: Layout

    var itemSize: Int { array.itemSize }
    /// How far the array's own storage starts behind the block's.
    var shift: Int { layout.isEmpty ? 0 : layout.offset - array.layout.offset }
  }

  /// How hard an overlap is looked for: far more than slices, transposes or windows need.
  static let effort = OverlapEffort.limited(work: 10_000)

  /// The storage of the first array; its start is where bytes are counted from.
  let storage: Storage
  /// The bytes of all storages that lie over the block.
  private(set) var bytes: Range<Int>
  private(set) var members: [Member]

  private init(_ first: NamedArray) {
    storage = first.array.storage
    bytes = 0..<storage.byteCount
    members = [Member(name: first.name, array: first.array, layout: first.array.layout)]
  }

  /// Takes an array in if it lies on the block.
  private mutating func add(_ named: NamedArray) -> Bool {
    let array = named.array
    for member in members {
      guard let layout = array.layout(from: member.array.storage),
        let placed = try? layout.advanced(by: member.shift)
      else { continue }
      let new = Member(name: named.name, array: array, layout: placed)
      let end = new.shift + array.storage.byteCount
      bytes = min(bytes.lowerBound, new.shift)..<max(bytes.upperBound, end)
      members.append(new)
      return true
    }
    return false
  }

  /// Sorts arrays by the memory that they lie on, in the order of their first arrays.
  static func blocks(of arrays: [NamedArray]) -> [SharedMemory] {
    var blocks: [SharedMemory] = []
    for array in arrays {
      var isPlaced = false
      for i in blocks.indices where !isPlaced { isPlaced = blocks[i].add(array) }
      if !isPlaced { blocks.append(SharedMemory(array)) }
    }
    return blocks
  }

  /// Whose memory it is, in words such as "40 bytes, owned, int64 [5]".
  var title: String {
    let size = bytes.count == 1 ? "1 byte" : "\(bytes.count.grouped) bytes"
    let shape = shortList(storage.root.shape)
    return "\(size) \(storage.kind.rawValue), \(storage.rootDType) \(shape)"
  }

  /// The largest size in bytes of which all elements' sizes and distances are multiples.
  var unit: Int {
    var unit = 0
    func add(_ layout: Layout, _ itemSize: Int) {
      guard !layout.isEmpty else { return }
      unit = divisor(unit, itemSize)
      unit = divisor(unit, layout.offset - bytes.lowerBound)
      for axis in layout.axes where axis.length > 1 { unit = divisor(unit, axis.stride) }
    }
    add(storage.root, storage.rootDType.itemSize)
    for member in members { add(member.layout, member.itemSize) }
    return max(unit, 1)
  }
}

/// Numbers in brackets, without their middle where they are many.
func shortList(_ numbers: [Int]) -> String {
  guard numbers.count > 8 else { return "\(numbers)" }
  let left = "\(Array(numbers.prefix(2)))".dropLast()
  let right = "\(Array(numbers.suffix(4)))".dropFirst()
  return "\(left), ... \(numbers.count - 6) more ..., \(right)"
}

/// The greatest common divisor.
private func divisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a.magnitude, b.magnitude)
  while b != 0 { (a, b) = (b, a % b) }
  return Int(clamping: a)
}
