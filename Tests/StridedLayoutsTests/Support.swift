// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// The offsets of all elements in row- or column-major order, by counting indices up: slow, right.
func offsets(_ layout: Layout, columnMajor: Bool = false) -> [Int] {
  var result: [Int] = []
  var index = Array(repeating: 0, count: layout.rank)
  guard !layout.isEmpty else { return [] }
  while true {
    var offset = layout.offset
    for i in index.indices { offset += index[i] * layout.axes[i].stride }
    result.append(offset)
    var i = columnMajor ? 0 : index.count - 1
    while i >= 0, i < index.count {
      index[i] += 1
      if index[i] < layout.axes[i].length { break }
      index[i] = 0
      i += columnMajor ? 1 : -1
    }
    if i < 0 || i >= index.count { return result }
  }
}

/// Calls `body` with every layout of up to `rank` axes of the given lengths and strides.
func withEveryLayout(
  rank: Int = 3, lengths: [Int] = [0, 1, 2, 3], strides: [Int] = [0, 1, -1, 2, -2],
  _ body: (Layout) throws -> Void
) throws {
  var lists: [[(Int, Int)]] = [[]]
  for _ in 0...rank {
    for list in lists {
      try body(
        Layout(shape: list.map { $0.0 }, strides: list.map { $0.1 }, offset: 100))
    }
    lists = lists.flatMap { list in
      list.count == rank
        ? []
        : lengths.flatMap { length in strides.map { list + [(length, $0)] } }
    }
    if lists.isEmpty { break }
  }
}

/// All shapes of `count` elements with up to `rank` axes.
func shapes(count: Int, rank: Int) -> [[Int]] {
  guard rank > 0 else { return count == 1 ? [[]] : [] }
  var result: [[Int]] = count == 1 ? [[]] : []
  for first in 1...max(count, 1) where count % first == 0 {
    for rest in shapes(count: count / first, rank: rank - 1) { result.append([first] + rest) }
  }
  return Array(Set(result))
}

/// The error that `body` throws, or nil.
func error(_ body: () throws -> Any) -> ArrayError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? ArrayError
  }
}
