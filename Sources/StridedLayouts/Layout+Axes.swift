// SPDX-License-Identifier: Apache-2.0

extension Layout {
  /// Returns `axis` counted from the outermost, where a negative one counts from the innermost.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis.
  public func normalizedAxis(_ axis: Int) throws(ArrayError) -> Int {
    try Self.normalizedAxis(axis, rank: rank)
  }

  /// Returns `axes` counted from the outermost, each at most once.
  ///
  /// - Throws: `ArrayError` of kind `axis` if there is no such axis, of kind `value` if one is
  ///   named twice.
  public func normalizedAxes(_ axes: [Int]) throws(ArrayError) -> [Int] {
    try Self.normalizedAxes(axes, rank: rank, repeated: "repeated axis")
  }

  /// As the member, with NumPy's name of the parameter before the message.
  static func normalizedAxis(
    _ axis: Int, rank: Int, name: String? = nil
  ) throws(ArrayError) -> Int {
    guard axis >= -rank, axis < rank else {
      let message = "axis \(axis) is out of bounds for array of dimension \(rank)"
      throw ArrayError(
        .axis, name.map { "\($0): \(message)" } ?? message, axis: axis, index: axis, bound: rank)
    }
    return axis < 0 ? axis + rank : axis
  }

  /// As the member, with the message for an axis that is named twice.
  static func normalizedAxes(
    _ axes: [Int], rank: Int, name: String? = nil, repeated: String
  ) throws(ArrayError) -> [Int] {
    var normalized: [Int] = []
    var seen: UInt64 = 0
    var twice: Int?
    for axis in axes {
      let position = try normalizedAxis(axis, rank: rank, name: name)
      // A rank above 64 can only come from a request that is refused for it later.
      if position < 64 {
        if seen & (1 << UInt64(position)) != 0 { twice = position }
        seen |= 1 << UInt64(position)
      } else if normalized.contains(position) {
        twice = position
      }
      normalized.append(position)
    }
    if let twice { throw ArrayError(.value, repeated, axis: twice) }
    return normalized
  }
}
