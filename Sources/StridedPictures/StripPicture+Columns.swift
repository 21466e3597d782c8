// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension StripPicture.Block {
  /// The slots that are drawn, and the gaps between them.
  static func columns(_ memory: SharedMemory, _ unit: Int, _ mostSlots: Int) -> [StripPicture
    .Column]
  {
    let bytes = memory.bytes
    let count = (bytes.count + unit - 1) / unit
    if count <= mostSlots {
      return (0..<count).map { .slot(bytes.lowerBound + $0 * unit) }
    }
    let root = memory.storage.root
    let rootSize = memory.storage.rootDType.itemSize
    // The elements of the memory's own array are kept whole, where they aren't large.
    let group = rootSize / unit <= 16 ? max(1, rootSize / unit) : 1
    let lead = root.isEmpty ? 0 : (root.offset - bytes.lowerBound) / unit % group
    var chosen: [Int] = []
    func choose(_ slot: Int) {
      guard slot >= 0, slot < count else { return }
      let start = (slot - lead).floored(by: group) * group + lead
      guard !chosen.contains(max(0, start)) else { return }
      let slots = max(0, start)..<min(count, start + group)
      guard chosen.count + slots.count <= mostSlots else { return }
      chosen += slots
    }
    func choose(_ layout: Layout, _ itemSize: Int, at offset: Int) {
      let slot = (offset - bytes.lowerBound) / unit
      for i in 0..<min(itemSize / unit, 16) { choose(slot + i) }
    }
    choose(0)
    choose(count - 1)
    // In turns, so that where there is room for few each array has some.
    for turn in 0..<6 {
      for member in memory.members {
        let layout = member.layout
        if layout.isEmpty { continue }
        for step in landmarks(layout, turn: turn) {
          choose(layout, member.itemSize, at: step)
        }
      }
    }
    for slot in 0..<(4 * group) where chosen.count < mostSlots { choose(slot) }

    chosen.sort()
    var columns: [StripPicture.Column] = []
    var next = 0
    for slot in chosen {
      if slot > next {
        if slot - next <= group {
          for between in next..<slot { columns.append(.slot(bytes.lowerBound + between * unit)) }
        } else {
          columns.append(.gap(slot - next))
        }
      }
      columns.append(.slot(bytes.lowerBound + slot * unit))
      next = slot + 1
    }
    if next < count { columns.append(.gap(count - next)) }
    return columns
  }

  /// The offsets of elements worth seeing, the most telling first.
  private static func landmarks(_ layout: Layout, turn: Int) -> [Int] {
    let count = layout.count
    switch turn {
    case 0: return [layout.offset]
    case 1: return [layout.offset(ofElement: count - 1)]
    case 2: return count > 1 ? [layout.offset(ofElement: 1)] : []
    case 3:
      var steps: [Int] = []
      for axis in layout.axes where axis.length > 1 && axis.stride != 0 && steps.count < 8 {
        steps.append(layout.offset + axis.stride)
      }
      return steps
    case 4: return count > 2 ? [layout.offset(ofElement: 2)] : []
    default: return count > 3 ? [layout.offset(ofElement: count - 2)] : []
    }
  }
}
