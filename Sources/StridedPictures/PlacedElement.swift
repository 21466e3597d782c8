// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// Where an element, or several at one place, lies.
struct PlacedElement {
  /// The first byte.
  var start: Int
  /// The position in row-major order, of the first of them.
  var order: Int
  /// How many elements lie at this place.
  var count: Int
}

extension Layout {
  /// The elements that touch a range of bytes, sorted by their place; as many as can be found
  /// quickly.
  func elements(in window: Range<Int>, itemSize: Int) -> [PlacedElement] {
    var found: [PlacedElement] = []
    var repeats = 1
    for axis in axes where axis.stride == 0 { repeats = repeats.multipliedClamping(axis.length) }
    _ = BoxSearch(self, itemSize: itemSize).forEachBox(in: window) { box, _ in
      visit(box, 0, offset, 0, repeats, &found)
    }
    found.sort { ($0.start, $0.order) < ($1.start, $1.order) }
    var places: [PlacedElement] = []
    for element in found {
      if let last = places.last, last.start == element.start {
        let count = last.count.addingClamping(element.count)
        places[places.count - 1].count = count
      } else {
        places.append(element)
      }
    }
    return places
  }

  private static let mostElements = 4096

  private func visit(
    _ box: IndexBox, _ level: Int, _ start: Int, _ order: Int, _ repeats: Int,
    _ found: inout [PlacedElement]
  ) {
    guard found.count < Self.mostElements else { return }
    guard level < rank else {
      return found.append(PlacedElement(start: start, order: order, count: repeats))
    }
    let axis = axes[level]
    for i in 0..<(axis.stride == 0 ? 1 : box.counts[level]) {
      let index = box.start[level] + i
      visit(
        box, level + 1, start + index * axis.stride, order * axis.length + index, repeats, &found)
    }
  }

  /// The offset of the element at a position in row-major order.
  func offset(ofElement position: Int) -> Int {
    var (rest, result) = (position, offset)
    for i in stride(from: rank - 1, through: 0, by: -1) {
      result += rest % axes[i].length * axes[i].stride
      rest /= axes[i].length
    }
    return result
  }
}

extension Int {
  /// The product, or the largest number if it is more.
  func multipliedClamping(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

extension Int {
  /// The sum, or the largest number if it is more.
  func addingClamping(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

extension AnyNDArray {
  /// The value of the element that starts at a byte of the storage, as text.
  static func valueText(in storage: Storage, at byte: Int, _ dtype: DType) -> String {
    guard let layout = try? Layout(axes: AxisList(), offset: byte),
      let element = try? AnyNDArray(storage: storage, layout: layout, dtype: dtype)
    else { return "" }
    return element.description
  }
}
