// SPDX-License-Identifier: Apache-2.0

/// A drawing of arrays in memory, as text and as SVG.
///
/// A picture reads the values that it shows when it is made, so it stays as it is when the arrays
/// change. The same arrays give the same picture on every machine: no picture shows an address.
public protocol Picture {
  /// The picture in lines of text, without a newline at the end.
  func text(style: TextStyle) -> String
  /// The picture in shapes, from which SVG is made.
  var figure: Figure { get }
}

/// The characters that a picture in text is drawn with.
public enum TextStyle: Hashable, Sendable {
  /// Lines, arrows and shades of Unicode.
  case unicode
  /// Plain ASCII.
  case ascii
}

extension Picture {
  /// The picture in Unicode, without a newline at the end.
  public func text() -> String { text(style: .unicode) }

  /// The picture as an SVG document.
  ///
  /// It follows the reader's choice of light or dark, has a title and a description for those who
  /// don't see it, and needs no script, font or other file.
  public func svg() -> String { figure.svg() }
}
