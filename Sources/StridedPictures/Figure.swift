// SPDX-License-Identifier: Apache-2.0

/// Shapes and text of a picture, with its size in pixels.
public struct Figure: Sendable {
  /// The width in pixels.
  public private(set) var width = 0
  /// The height in pixels.
  public private(set) var height = 0
  /// What the picture shows, in a few words.
  public var title: String
  /// What the picture shows, in sentences, for those who don't see it.
  public var summary: String
  private var body = ""

  /// The width that no character is wider than.
  static let letter = 8
  /// The room around a picture.
  static let margin = 16

  init(title: String, summary: String) {
    self.title = title
    self.summary = summary
  }

  /// Makes room for a place and what lies left of it and above it.
  mutating func reach(_ x: Int, _ y: Int) {
    width = max(width, x + Self.margin)
    height = max(height, y + Self.margin)
  }

  mutating func rectangle(
    x: Int, y: Int, width: Int, height: Int, radius: Int = 0, _ kind: String, hint: String = ""
  ) {
    reach(x + width, y + height)
    let corner = radius == 0 ? "" : " rx=\"\(radius)\""
    body +=
      "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"\(corner)"
    body += hint.isEmpty ? "/>\n" : "><title>\(hint.escaped)</title></rect>\n"
  }

  /// Where a text is, as against the place that it is given.
  enum Anchor { case start, middle, end }

  /// Writes a line; `y` is its baseline.
  mutating func text(_ text: String, x: Int, y: Int, _ kind: String, _ anchor: Anchor = .start) {
    if text.isEmpty { return }
    let size = text.count * Self.letter
    switch anchor {
    case .start: reach(x + size, y + 4)
    case .middle: reach(x + size / 2, y + 4)
    case .end: reach(x, y + 4)
    }
    let place = anchor == .start ? "" : anchor == .middle ? " m" : " e"
    body += "<text class=\"\(kind)\(place)\" x=\"\(x)\" y=\"\(y)\">\(text.escaped)</text>\n"
  }

  /// Draws a line or a curve by SVG's path commands; its bounds are not looked at.
  mutating func path(_ commands: String, _ kind: String) {
    body += "<path class=\"\(kind)\" d=\"\(commands)\"/>\n"
  }

  mutating func dot(x: Int, y: Int, _ kind: String) {
    body += "<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3\"/>\n"
  }

  /// The figure as a document.
  public func svg() -> String { svg(x: nil, y: 0) }

  private func svg(x: Int?, y: Int) -> String {
    let place = x.map { " x=\"\($0)\" y=\"\(y)\"" } ?? " xmlns=\"http://www.w3.org/2000/svg\""
    var text = "<svg\(place) class=\"strided\" width=\"\(width)\" height=\"\(height)\""
    text += " viewBox=\"0 0 \(width) \(height)\" role=\"img\">\n"
    text += "<title>\(title.escaped)</title>\n"
    if !summary.isEmpty { text += "<desc>\(summary.escaped)</desc>\n" }
    if x == nil {
      text += "<style>\n\(FigureStyle.sheet)</style>\n"
      text += "<rect class=\"page\" width=\"\(width)\" height=\"\(height)\" rx=\"8\"/>\n"
    }
    return text + body + "</svg>\n"
  }

  /// Puts figures below each other, each under a caption, as one figure.
  public static func stacked(_ parts: [(caption: String, figure: Figure)], title: String) -> Figure
  {
    var page = Figure(title: title, summary: "")
    page.text(title, x: margin, y: 28, "h")
    var y = 44
    for part in parts {
      if !part.caption.isEmpty {
        for line in part.caption.split(separator: "\n", omittingEmptySubsequences: false) {
          page.text(String(line), x: margin, y: y + 14, "t")
          y += 18
        }
      }
      page.body += part.figure.svg(x: 0, y: y)
      page.reach(part.figure.width - margin, y + part.figure.height - margin)
      y += part.figure.height
    }
    return page
  }
}

extension String {
  /// The text as XML writes it.
  var escaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        // Control characters and what is no character can't stand in XML at all.
        let isAllowed = scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isAllowed || scalar == "\n" || scalar == "\t" ? scalar : " ")
      }
    }
    return result
  }
}
