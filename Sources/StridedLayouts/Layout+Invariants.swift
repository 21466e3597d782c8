// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Checks the invariants of a layout, in O(rank).
  ///
  /// - Throws: `ArrayError` of kind `value` that says which invariant is broken.
  public func validate() throws(ArrayError) {
    guard rank <= Self.maximumRank else { throw Self.tooManyAxes(rank) }
    var product = 1
    for i in 0..<rank {
      let length = axes[i].length
      guard length >= 0 else {
        throw ArrayError(.value, "negative dimensions are not allowed", axis: i, index: length)
      }
      let (next, isTooBig) = product.multipliedReportingOverflow(by: max(length, 1))
      guard !isTooBig else {
        throw ArrayError(
          .value,
          "array is too big; an array of shape \(Self.text(shape)) has more elements than"
            + " the address space", axis: i)
      }
      product = next
    }
    guard checkedReach() != nil else {
      throw ArrayError(
        .value,
        "an array of shape \(Self.text(shape)) and strides \(Self.text(strides)) at offset"
          + " \(offset) reaches beyond the address space")
    }
  }

  /// Stops a debug build if an invariant is broken; does nothing in a release build.
  public func checkInvariants() {
    assert(isValid, "a layout breaks its invariants")
  }

  private var isValid: Bool {
    do throws(ArrayError) {
      try validate()
      return true
    } catch {
      return false
    }
  }

  /// The offsets of the lowest and the highest element, or nil if they or their distance don't
  /// fit `Int`; both are the layout's offset if there are no elements.
  func checkedReach() -> (low: Int, high: Int)? {
    guard !isEmpty else { return (offset, offset) }
    var low = 0
    var high = 0
    for i in 0..<rank where axes[i].length > 1 {
      let (reach, isTooFar) = axes[i].stride.multipliedReportingOverflow(by: axes[i].length - 1)
      let (sum, isTooMuch) = (reach < 0 ? low : high).addingReportingOverflow(reach)
      if isTooFar || isTooMuch { return nil }
      if reach < 0 { low = sum } else { high = sum }
    }
    let (_, isTooWide) = high.subtractingReportingOverflow(low)
    let (first, isTooLow) = offset.addingReportingOverflow(low)
    let (last, isTooHigh) = offset.addingReportingOverflow(high)
    return isTooWide || isTooLow || isTooHigh ? nil : (first, last)
  }

  /// Returns this layout if it keeps the invariants.
  func validated() throws(ArrayError) -> Layout {
    try validate()
    return self
  }

  static func tooManyAxes(_ count: Int) -> ArrayError {
    ArrayError(
      .value, "maximum supported dimension for an ndarray is currently 64, found \(count)",
      index: count, bound: maximumRank)
  }

  /// A shape as NumPy's messages spell it: `(3,)`, `(3,4)`, with `newaxis` for unknown lengths.
  static func text(_ numbers: [Int], unknown: Bool = false) -> String {
    var text = "("
    for i in numbers.indices {
      if i > 0 { text += "," }
      text += unknown && numbers[i] < 0 ? "newaxis" : "\(numbers[i])"
    }
    return text + (numbers.count == 1 ? ",)" : ")")
  }
}
