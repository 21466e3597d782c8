// SPDX-License-Identifier: Apache-2.0

package import StridedMemory

/// What one statement of a program did to memory, each time it ran.
package struct ExplainedLine {
  package let source: Source
  /// Where the statement stands, without the statements that it holds.
  package let span: Span
  /// The function that it belongs to; nil for the program itself.
  package let function: String?
  /// How often it ran; for a loop, how often its body did.
  package internal(set) var times = 0
  package private(set) var acts: [MemoryAct] = []
  /// The bytes of what was allocated and copied, results without names included.
  package private(set) var allocatedBytes = 0
  package private(set) var copiedBytes = 0
  /// What operations reported; of a statement that ran often only the first ones.
  package private(set) var entries: [Ledger.Entry] = []
  /// The errors that left it, with how often.
  package private(set) var errors: [(text: String, times: Int)] = []
  let isLoop: Bool

  /// How many entries and acts of a statement are kept.
  private static let most = 24

  init(_ statement: Statement, _ code: Code) {
    source = code.source
    span = statement.headerSpan
    function = code.name
    isLoop = statement is ForStatement || statement is WhileStatement
  }

  mutating func add(_ act: MemoryAct) {
    for i in acts.indices where acts[i].merge(act) { return }
    if acts.count < ExplainedLine.most { acts.append(act) }
  }

  mutating func add(_ new: [Ledger.Entry]) {
    for entry in new {
      switch entry.kind {
      case .allocation: allocatedBytes += entry.byteCount
      case .copy: copiedBytes += entry.byteCount
      case .free: break
      }
    }
    entries += new.prefix(max(0, ExplainedLine.most - entries.count))
  }

  mutating func add(error text: String) {
    if let i = errors.firstIndex(where: { $0.text == text }) {
      errors[i].times += 1
    } else if errors.count < ExplainedLine.most {
      errors.append((text, 1))
    }
  }

  package var firstLine: Int { source.line(of: span.start) }
  package var lastLine: Int {
    let text = Array(source.text(of: span).utf8)
    let blanks = text.reversed().prefix { $0 <= Byte.space }.count
    return source.line(of: max(span.start, span.end - blanks - 1))
  }

  /// The statement on one line: without line ends, comments and what it holds.
  package var code: String { ExplainedLine.code(source, span) }

  static func code(_ source: Source, _ span: Span) -> String {
    var text: [UInt8] = []
    var quote: UInt8?
    var isComment = false
    var previous: UInt8 = 0
    for byte in source.text(of: span).utf8 {
      defer { previous = byte }
      if isComment, byte != Byte.newline { continue }
      isComment = false
      if let open = quote {
        if byte == open, previous != Byte.backslash { quote = nil }
      } else if byte == Byte.quote || byte == Byte.doubleQuote {
        quote = byte
      } else if byte == Byte.hash {
        isComment = true
        continue
      }
      let isBlank = byte <= Byte.space
      if isBlank, quote == nil {
        if let last = text.last, last != Byte.space { text.append(Byte.space) }
      } else {
        text.append(isBlank ? Byte.space : byte)
      }
    }
    while text.last == Byte.space { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A statement of the program itself with all that ran in it.
package struct ExplainedUnit {
  /// The statement, those that it holds and those of functions that it calls, as far as they ran.
  package internal(set) var lines: [ExplainedLine] = []
  /// What the program printed meanwhile.
  package internal(set) var output = ""
}

/// What a whole program did to memory.
package struct ExplanationTotals {
  package var allocationCount = 0
  package var allocatedBytes = 0
  package var copyCount = 0
  package var copiedBytes = 0
  package var peakBytes = 0
  /// The copies that a view would have saved.
  package var savable: [SavableCopy] = []
}
