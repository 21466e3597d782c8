// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// The numbers of a layout's elements in the order of their addresses; those at one place share one.
struct AddressOrder {
  /// The most elements that are sorted where strides alone don't tell the order.
  private static let mostSorted = 1 << 16

  private let layout: Layout
  /// What a step along each axis adds to the number.
  private var weights: [Int]?
  /// The places of the elements, sorted, where strides alone don't tell.
  private var places: [Int] = []

  /// Looks at a layout with elements; nil if its order can't be told quickly.
  init?(_ layout: Layout) {
    self.layout = layout
    var weights = [Int](repeating: 0, count: layout.rank)
    var (reach, count) = (0, 1)
    var isNested = true
    for i in layout.memoryOrder().reversed() {
      let axis = layout.axes[i]
      let step = Int(clamping: axis.stride.magnitude)
      guard axis.length > 1, step > 0 else { continue }
      // All that lies further inside must end before the next step of this axis.
      if step <= reach { isNested = false }
      weights[i] = count
      count = count.multipliedClamping(axis.length)
      reach += (axis.length - 1) * step
    }
    if isNested {
      self.weights = weights
      return
    }
    guard layout.count <= Self.mostSorted else { return nil }
    for position in 0..<layout.count { places.append(layout.offset(ofElement: position)) }
    places.sort()
    var last: Int?
    places = places.filter { place in
      defer { last = place }
      return place != last
    }
  }

  /// The number of the element at an index, which starts at `offset`.
  func number(_ index: [Int], at offset: Int) -> Int {
    if let weights {
      var number = 0
      for (i, weight) in weights.enumerated() {
        let axis = layout.axes[i]
        number += (axis.stride < 0 ? axis.length - 1 - index[i] : index[i]) * weight
      }
      return number
    }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
