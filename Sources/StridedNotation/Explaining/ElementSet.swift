// SPDX-License-Identifier: Apache-2.0

/// Elements of an array, as positions in row-major order.
package struct ElementSet {
  package let shape: [Int]
  /// The number of elements of the array.
  package let count: Int
  /// The number of elements in the set.
  package private(set) var size = 0
  private var words: [UInt64] = []

  package init(shape: [Int]) {
    self.shape = shape
    count = shape.reduce(1) { $0 &* $1 }
  }

  package var isEmpty: Bool { size == 0 }
  package var isAll: Bool { size == count && size > 0 }

  package mutating func insert(_ position: Int) {
    if words.isEmpty { words = [UInt64](repeating: 0, count: count / 64 + 1) }
    let bit: UInt64 = 1 &<< UInt64(position % 64)
    guard words[position / 64] & bit == 0 else { return }
    words[position / 64] |= bit
    size += 1
  }

  package mutating func formUnion(_ other: ElementSet) {
    guard !other.words.isEmpty else { return }
    if words.isEmpty { words = [UInt64](repeating: 0, count: count / 64 + 1) }
    size = 0
    for i in words.indices {
      words[i] |= other.words[i]
      size += words[i].nonzeroBitCount
    }
  }

  /// Calls `body` with the positions in order until it returns false.
  package func forEach(_ body: (Int) -> Bool) {
    for (i, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        guard body(i * 64 + rest.trailingZeroBitCount) else { return }
        rest &= rest &- 1
      }
    }
  }

  /// The first indices of the set, at most so many.
  package func indices(first limit: Int) -> [[Int]] {
    var list: [[Int]] = []
    forEach { position in
      guard list.count < limit else { return false }
      list.append(index(at: position))
      return true
    }
    return list
  }

  private func index(at position: Int) -> [Int] {
    var (rest, index) = (position, shape)
    for axis in shape.indices.reversed() {
      index[axis] = rest % shape[axis]
      rest /= shape[axis]
    }
    return index
  }
}

extension ElementSet {
  /// How many places a list in a text holds.
  private static let listed = 6
  /// How many of more are shown.
  private static let shown = 3

  /// The elements of the array `name` as NumPy would pick them: `m[0, 1:3]`, `m[[0, 2], :]`, or
  /// `m[[0, 1], [2, 0]]`; lists are cut short, and then the number of elements follows.
  package func text(of name: String) -> String {
    if isAll, !shape.isEmpty { return "all of \(name)" }
    if let terms = grid { return "\(name)[\(terms.joined(separator: ", "))]" }
    let isShort = size <= ElementSet.listed
    let indices = indices(first: isShort ? size : ElementSet.shown)
    let lists = shape.indices.map { axis in
      ElementSet.list(indices.map { $0[axis] }, isWhole: isShort)
    }
    return "\(name)[\(lists.joined(separator: ", "))]" + (isShort ? "" : " (\(size) elements)")
  }

  private static func list(_ places: [Int], isWhole: Bool) -> String {
    "[" + places.map { "\($0)" }.joined(separator: ", ") + (isWhole ? "]" : ", …]")
  }

  /// The terms of a subscript that picks just these elements, of which one may be a list; or nil
  /// if there is none.
  private var grid: [String]? {
    guard size > 0 else { return nil }
    if shape.isEmpty { return ["()"] }
    var used = shape.map { [Bool](repeating: false, count: $0) }
    forEach { position in
      var rest = position
      for axis in shape.indices.reversed() {
        used[axis][rest % shape[axis]] = true
        rest /= shape[axis]
      }
      return true
    }
    let places = used.map { marks in marks.indices.filter { marks[$0] } }
    guard places.reduce(1, { $0 * $1.count }) == size else { return nil }
    var (terms, hasList) = ([String](), false)
    for (axis, places) in places.enumerated() {
      if let term = ElementSet.slice(places, length: shape[axis]) {
        terms.append(term)
      } else {
        guard !hasList, places.count <= ElementSet.listed else { return nil }
        hasList = true
        terms.append(ElementSet.list(places, isWhole: true))
      }
    }
    return terms
  }

  private static func slice(_ places: [Int], length: Int) -> String? {
    let (first, last) = (places[0], places[places.count - 1])
    if places.count == 1, length > 1 { return "\(first)" }
    if places.count == length { return ":" }
    let step = places[1] - first
    guard step == 1 || places.count > 2,
      last - first == step * (places.count - 1),
      zip(places, places.dropFirst()).allSatisfy({ $1 - $0 == step })
    else { return nil }
    let start = first == 0 ? "" : "\(first)"
    let stop = last + step >= length ? "" : "\(last + 1)"
    return "\(start):\(stop)" + (step == 1 ? "" : ":\(step)")
  }
}
