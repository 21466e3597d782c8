// SPDX-License-Identifier: Apache-2.0

/// Writes the elements of one array, all equally wide.
protocol ElementFormat {
  associatedtype Value
  mutating func write(_ value: Value, to text: inout [UInt8])
}

/// Writes integers. NumPy: `IntegerFormat`.
struct IntegerFormat: ElementFormat {
  /// An integer of any of the types.
  struct Value {
    var magnitude: UInt64
    var isNegative: Bool

    init(_ value: Int64) {
      magnitude = value.magnitude
      isNegative = value < 0
    }

    init(_ value: UInt64) {
      magnitude = value
      isNegative = false
    }
  }

  private var width = 0
  private var sign: PrintOptions.Sign

  init(_ values: [Value], options: PrintOptions) {
    sign = options.sign
    if sign == .space && values.contains(where: { $0.isNegative }) { sign = .negativeOnly }
    for value in values {
      let hasSign = value.isNegative || sign != .negativeOnly
      width = max(width, Ascii.decimalWidth(value.magnitude) + (hasSign ? 1 : 0))
    }
  }

  func write(_ value: Value, to text: inout [UInt8]) {
    let hasSign = value.isNegative || sign != .negativeOnly
    let used = Ascii.decimalWidth(value.magnitude) + (hasSign ? 1 : 0)
    text.append(Ascii.space, times: width - used)
    if hasSign {
      text.append(value.isNegative ? Ascii.minus : sign == .always ? Ascii.plus : Ascii.space)
    }
    text.append(decimal: value.magnitude)
  }
}

/// Writes truth values. NumPy: `BoolFormat`.
struct BoolFormat: ElementFormat {
  /// Whether the array has no axes, so that nothing needs to line up.
  var isScalar: Bool

  func write(_ value: Bool, to text: inout [UInt8]) {
    if value && !isScalar { text.append(Ascii.space) }
    text.append(text: value ? "True" : "False")
  }
}

/// Writes users' structs, of which only the size is known.
struct RecordFormat: ElementFormat {
  func write(_ value: [UInt8], to text: inout [UInt8]) {
    text.append(text: "<")
    text.append(decimal: UInt64(value.count))
    text.append(text: value.count == 1 ? " byte>" : " bytes>")
  }
}
