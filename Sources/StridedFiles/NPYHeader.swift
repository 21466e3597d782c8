// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// What the header of an `.npy` file says: the type, shape and order of the elements.
///
/// NumPy: `numpy.lib.format`.
public struct NPYHeader: Hashable, Sendable {
  /// A version of the format.
  public struct Version: Hashable, Sendable {
    /// 1, 2 or 3.
    public var major: UInt8
    /// Always 0 so far.
    public var minor: UInt8

    /// Creates a version.
    public init(major: UInt8, minor: UInt8) {
      self.major = major
      self.minor = minor
    }

    /// Headers of up to 65535 bytes in Latin-1.
    public static let one = Version(major: 1, minor: 0)
    /// Longer headers in Latin-1.
    public static let two = Version(major: 2, minor: 0)
    /// Headers in UTF-8.
    public static let three = Version(major: 3, minor: 0)
  }

  /// The longest header text that is read, in characters.
  ///
  /// NumPy: `max_header_size`.
  public static let maximumTextCount = 10_000

  /// The version of the format; writing uses 2.0 for what is too long for 1.0.
  public var version: Version
  /// The type of the elements, with their byte order.
  public var dtype: DType
  /// Whether the first axis varies fastest, not the last.
  ///
  /// NumPy: `fortran_order`.
  public var isColumnMajor: Bool
  /// The lengths of the axes, outermost first.
  public var shape: [Int]
  /// Where the elements start in the file that the header was read from, in bytes.
  public var dataOffset: Int

  /// The type of the elements as the header spells it when it is written, such as `<f4`.
  public var dtypeCode: String { dtype.code }

  /// Creates the header of a new file.
  ///
  /// NumPy: `numpy.lib.format.write_array_header_1_0`.
  public init(dtype: DType, shape: [Int], isColumnMajor: Bool = false, version: Version = .one) {
    self.version = version
    self.dtype = dtype
    self.isColumnMajor = isColumnMajor
    self.shape = shape
    dataOffset = 0
    dataOffset = encoded().count
  }

  /// How many bytes the elements take.
  ///
  /// - Throws: `ArrayError` of kind `format` if a length is negative, there are more than 64
  ///   axes, or the count does not fit `Int`, with axes of length 0 counted as 1.
  public func dataByteCount() throws(ArrayError) -> Int {
    guard shape.count <= Layout.maximumRank else {
      throw ArrayError(
        .format, "'shape' has \(shape.count) axes; the most is \(Layout.maximumRank)",
        index: shape.count, bound: Layout.maximumRank)
    }
    var bytes = dtype.itemSize
    for (axis, length) in shape.enumerated() {
      guard length >= 0 else {
        throw ArrayError(
          .format, "'shape' \(shape) has the negative length \(length); lengths are 0 or more",
          axis: axis, index: length, bound: 0)
      }
      let (product, overflow) = bytes.multipliedReportingOverflow(by: max(length, 1))
      guard !overflow else {
        throw ArrayError(
          .format, "'shape' \(shape) of '\(dtypeCode)' takes more than \(Int.max) bytes",
          axis: axis, index: length)
      }
      bytes = product
    }
    return shape.contains(0) ? 0 : bytes
  }

  /// The bytes of the header, the same as NumPy writes.
  ///
  /// Complexity: O(`shape.count`).
  ///
  /// The elements follow at a multiple of 64, and spaces leave room for the growing axis to get
  /// up to 21 digits. NumPy: `numpy.lib.format.write_array_header_1_0`.
  public func encoded() -> [UInt8] {
    let order = isColumnMajor ? "True" : "False"
    let literal = "{'descr': '\(dtypeCode)', 'fortran_order': \(order), 'shape': \(tuple(shape)), }"
    var text = Array(literal.utf8)
    if let growing = isColumnMajor ? shape.last : shape.first {
      text += Array(repeating: space, count: max(0, 21 - "\(growing)".utf8.count))
    }

    var used = version == .two || version == .three ? version : .one
    var prefixCount = used == .one ? 10 : 12
    // NumPy adds 1 to 64 spaces, never none, and a line feed.
    var textCount = paddedCount(text.count, after: prefixCount)
    if used == .one && textCount > Int(UInt16.max) {
      used = .two
      prefixCount = 12
      textCount = paddedCount(text.count, after: prefixCount)
    }
    text += Array(repeating: space, count: textCount - 1 - text.count)
    text.append(0x0A)

    var bytes = Self.magic + [used.major, used.minor]
    for shift in 0..<(prefixCount - 8) {
      bytes.append(UInt8(truncatingIfNeeded: textCount >> (8 * shift)))
    }
    return bytes + text
  }

  private func paddedCount(_ count: Int, after prefixCount: Int) -> Int {
    let withLineFeed = count + 1
    return withLineFeed + 64 - (prefixCount + withLineFeed) % 64
  }

  private var space: UInt8 { 0x20 }

  /// What every `.npy` file starts with.
  static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
}
