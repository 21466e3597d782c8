// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// Which arrays are views, of what, and who owns the memory: each block of memory with the array
/// that it was made for, the views of that, and how much of it they use and keep alive.
public struct OwnershipPicture: Picture {
  /// An array, or several names of one.
  struct Node {
    var name: String
    /// What the array is, such as "view [1:4], int64 [3]".
    var role: String
    /// The bytes that belong to elements.
    var used: Int
    /// Whether it is a name of the picture's, and not an owner that only views keep alive.
    var isNamed = true
  }

  /// One block of memory.
  struct Block {
    var title: String
    /// Who frees it, and when.
    var owner: String
    var byteCount: Int
    /// The array that the memory was made for: one handle on it or several.
    var roots: [Node]
    var views: [Node]
    /// What is left over, if any.
    var idle: String
  }

  let blocks: [Block]

  /// Draws arrays, those on one block of memory together.
  ///
  /// - Complexity: O(arrays² × rank²) for slices of dense arrays, whatever their size.
  public init(_ arrays: [NamedArray]) {
    blocks = SharedMemory.blocks(of: arrays).map { Block($0) }
  }
}

extension OwnershipPicture.Block {
  fileprivate init(_ memory: SharedMemory) {
    title = memory.title
    byteCount = memory.bytes.count
    owner =
      switch memory.storage.kind {
      case .owned: "the library frees it with the last array"
      case .borrowed: "the lender gets it back after the last array"
      case .mapped: "a file, unmapped with the last array"
      }
    roots = []
    views = []
    for member in memory.members {
      let array = member.array
      var role = array.rights.contains(.root) ? "owner" : "view"
      if array.rights.contains(.root), array.storage.kind != .owned { role = "root" }
      if let recipe = array.recipe { role += " \(recipe.numpy)" }
      role += ", \(array.dtype) \(shortList(array.shape))"
      if !array.isWritable { role += ", read-only" }
      let node = OwnershipPicture.Node(
        name: member.name, role: role, used: array.layout.usedByteCount(itemSize: array.itemSize))
      if array.rights.contains(.root) { roots.append(node) } else { views.append(node) }
    }
    idle = ""
    if roots.isEmpty {
      let (root, dtype) = (memory.storage.root, memory.storage.rootDType)
      let used = root.usedByteCount(itemSize: dtype.itemSize)
      roots.append(
        OwnershipPicture.Node(
          name: "(no name)", role: "kept alive by its views, \(dtype) \(shortList(root.shape))",
          used: used, isNamed: false))
      idle = Self.idle(memory, views)
    }
  }

  /// How many bytes none of the views uses.
  private static func idle(_ memory: SharedMemory, _ views: [OwnershipPicture.Node]) -> String {
    var used = 0
    var isExact = true
    for (i, view) in views.enumerated() {
      used = used.addingClamping(view.used)
      let a = memory.members[i]
      for b in memory.members[..<i]
      where a.layout.overlaps(
        b.layout, itemSize: a.itemSize, otherItemSize: b.itemSize, effort: SharedMemory.effort)
        != .disjoint
      {
        isExact = false
      }
    }
    let rest = memory.bytes.count - used
    if rest <= 0 { return "" }
    return "\(isExact ? "" : "at least ")\(rest.grouped) bytes kept alive, used by none of these"
  }

  func share(_ node: OwnershipPicture.Node) -> String {
    "\(node.used.grouped) of \(byteCount.grouped) bytes"
  }
}

extension OwnershipPicture {
  /// The picture as a tree in lines of text, without a newline at the end.
  public func text(style: TextStyle) -> String {
    let isUnicode = style == .unicode
    var parts: [String] = []
    for block in blocks {
      var canvas = TextCanvas()
      canvas.write("\(block.title); \(block.owner)", x: 0, y: 0)
      var (names, roles) = (0, 0)
      for node in block.roots + block.views {
        names = max(names, min(node.name.count, StripPicture.Block.widestName))
        roles = max(roles, min(node.role.count, 48))
      }
      func write(_ node: Node, level: Int, isLast: Bool) {
        let y = canvas.height
        let branch = isUnicode ? (isLast ? "└─ " : "├─ ") : (isLast ? "`- " : "|- ")
        canvas.write(branch, x: level * 3, y: y)
        let name = node.name.fitted(to: StripPicture.Block.widestName, style)
        canvas.write(name, x: level * 3 + 3, y: y)
        let left = 6 + names + 2
        canvas.write(node.role.fitted(to: 48, style), x: left, y: y)
        canvas.write(block.share(node), x: left + roles + 2, y: y)
      }
      for (i, root) in block.roots.enumerated() {
        write(root, level: 0, isLast: i == block.roots.count - 1)
      }
      for (i, view) in block.views.enumerated() {
        write(view, level: 1, isLast: i == block.views.count - 1)
      }
      if !block.idle.isEmpty { canvas.write(block.idle, x: 0, y: canvas.height) }
      parts.append(canvas.text)
    }
    return parts.joined(separator: "\n\n")
  }
}
