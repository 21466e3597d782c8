// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// A page of the lesson: paragraphs, programs that are run when the page is shown, and pictures of
/// their arrays.
struct Page {
  enum Part {
    case text(String)
    /// A program; its variables stay for the parts that follow.
    case program(String)
    /// The memory of these variables.
    case picture([String])
    /// Lines that stay as they are.
    case table(String)
  }

  var title: String
  var parts: [Part]

  /// The page as text; what the programs print follows each.
  func text(_ style: Style = .plain, isASCII: Bool = false) -> String {
    let trial = Trial()
    var blocks = [style.strong(title)]
    for part in parts {
      switch part {
      case .text(let text): blocks.append(Page.wrapped(text, width: 78))
      case .table(let table): blocks.append(table)
      case .program(let program):
        var lines = program.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "    " + style.program(String($0)) }
        var output = ""
        do throws(NotationError) { output = try trial.run(program) } catch {
          output = error.summary
        }
        lines += output.split(separator: "\n").map { "    \(isASCII ? "|" : "│") \($0)" }
        blocks.append(lines.joined(separator: "\n"))
      case .picture(let names):
        let arrays = names.compactMap { name in
          trial.object(name).map { NamedArray(name, $0.array) }
        }
        let picture = StripPicture(arrays).text(style: isASCII ? .ascii : .unicode)
        blocks.append(
          picture.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n"))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// A text in lines of at most `width` characters.
  static func wrapped(_ text: String, width: Int, indent: String = "") -> String {
    var (lines, line) = ([String](), "")
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(indent + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(indent + line)
    return lines.joined(separator: "\n")
  }
}
