// SPDX-License-Identifier: Apache-2.0

/// An object that holds values.
///
/// Releasing a long chain of objects must not use the stack for each link, so a dying object hands
/// over what it holds, and the chain is taken apart in a loop.
package class Container {
  /// Appends the containers that this one holds to `heap`, and forgets them.
  func surrender(to heap: inout [Container]) {}

  deinit {
    var heap: [Container] = []
    surrender(to: &heap)
    while var last = heap.popLast() {
      if isKnownUniquelyReferenced(&last) { last.surrender(to: &heap) }
    }
  }
}

extension Array where Element == Container {
  mutating func append(_ value: Value) {
    if let container = value.container { append(container) }
  }
}
