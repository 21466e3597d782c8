// SPDX-License-Identifier: Apache-2.0

/// Why a program in NumPy's notation ended before its end.
public struct NotationError: Error, Sendable {
  /// A place in a program.
  public struct Place: Hashable, Sendable {
    /// The program's name.
    public var source: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1.
    public var column: Int
    /// The text of the line.
    public var text: String
    /// How many characters of the line are meant.
    public var length: Int
    /// The function that ran there; nil for the program itself.
    public var function: String?
  }

  /// The class of the exception.
  public var type: ExceptionType
  /// What was wrong.
  public var message: String
  /// Where it happened, innermost last, as in Python's tracebacks.
  public var places: [Place]

  init(_ fault: Fault) {
    let exception = fault.exception
    type = exception.type
    message = exception.message
    places = exception.trace.reversed().map { point in
      let (source, span) = (point.source, point.span)
      let line = source.line(of: span.start)
      let text = source.text(ofLine: line)
      let column = source.column(of: span.start)
      let isOneLine = source.line(of: max(span.start, span.end - 1)) == line
      let end = isOneLine ? source.column(of: span.end) : text.unicodeScalars.count + 1
      return Place(
        source: source.name, line: line, column: column, text: text,
        length: max(1, end - column), function: point.function)
    }
  }

  /// The last line: class and message.
  public var summary: String {
    message.isEmpty ? type.qualifiedName : "\(type.qualifiedName): \(message)"
  }
}

extension NotationError: CustomStringConvertible {
  /// The traceback: each place with its line and a mark below it, then class and message.
  public var description: String {
    var text = ""
    var shown = 0
    for (i, place) in places.enumerated() {
      // Of a deep recursion, both ends tell enough.
      if places.count > 12, i >= 6, i < places.count - 6 {
        if i == 6 { text += "  … \(places.count - 12) more calls …\n" }
        continue
      }
      shown += 1
      text += "  File \"\(place.source)\", line \(place.line), column \(place.column)"
      if let function = place.function { text += ", in \(function)" }
      let line = place.text
      let indent = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
      text += "\n    " + String(line.unicodeScalars.dropFirst(indent).map(Character.init))
      text += "\n    "
      text += String(repeating: " ", count: max(0, place.column - 1 - indent))
      text += String(repeating: "^", count: place.length) + "\n"
    }
    return text + summary
  }
}
