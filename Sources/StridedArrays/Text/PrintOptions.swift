// SPDX-License-Identifier: Apache-2.0

/// How arrays are written as text.
///
/// The options hold for arrays only: one number on its own is always written in full.
/// NumPy: `numpy.set_printoptions`.
public struct PrintOptions: Hashable, Sendable {
  /// How many digits follow the decimal point of a floating-point element.
  public enum FloatMode: Hashable, Sendable, CaseIterable {
    /// Exactly `precision` digits. NumPy: `fixed`.
    case fixed
    /// As many digits as tell the value from its neighbours; `precision` is ignored.
    /// NumPy: `unique`.
    case unique
    /// At most `precision` digits, fewer where fewer tell the value apart. NumPy: `maxprec`.
    case maxPrecision
    /// At most `precision` digits, the same number for all elements. NumPy: `maxprec_equal`.
    case maxPrecisionEqual
  }

  /// What stands in front of numbers that are not negative.
  public enum Sign: Hashable, Sendable, CaseIterable {
    /// Nothing. NumPy: `-`.
    case negativeOnly
    /// A plus sign. NumPy: `+`.
    case always
    /// A space. NumPy: a space.
    case space
  }

  /// The digits after the decimal point; what that means depends on `floatMode`. Negative values
  /// count as zero.
  public var precision: Int
  /// Arrays with more elements than this are summarised.
  public var threshold: Int
  /// The elements that a summary keeps at either end of an axis.
  public var edgeItems: Int
  /// The characters that a line may have.
  public var lineWidth: Int
  /// Whether small floating-point numbers may be written as zero rather than with an exponent.
  public var suppress: Bool
  /// How many digits follow the decimal point.
  public var floatMode: FloatMode
  /// What stands in front of numbers that are not negative.
  public var sign: Sign
  /// The text of a value that is not a number.
  public var nanText: String
  /// The text of positive infinity.
  public var infinityText: String

  /// NumPy's own settings.
  public static let standard = PrintOptions()

  /// Creates options; what is left out is as NumPy has it.
  ///
  /// NumPy: `numpy.set_printoptions`.
  public init(
    precision: Int = 8, threshold: Int = 1000, edgeItems: Int = 3, lineWidth: Int = 75,
    suppress: Bool = false, floatMode: FloatMode = .maxPrecision, sign: Sign = .negativeOnly,
    nanText: String = "nan", infinityText: String = "inf"
  ) {
    self.precision = precision
    self.threshold = threshold
    self.edgeItems = edgeItems
    self.lineWidth = lineWidth
    self.suppress = suppress
    self.floatMode = floatMode
    self.sign = sign
    self.nanText = nanText
    self.infinityText = infinityText
  }
}
