// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// What the prompt does with lines: a function of the lines so far to what is printed.
final class Session {
  let interpreter: Interpreter
  /// The lines of a statement that is not complete yet.
  private(set) var pending = ""
  /// Whether the user has asked to leave.
  private(set) var isOver = false
  /// Which memory is alive.
  var storages: () -> [LiveStorage] = { StorageRegistry.storages }
  /// Whether each statement is followed by what memory did.
  private var explains = false
  private var count = 0
  private let style: Style
  private let output: (String) -> Void
  private let failure: (String) -> Void

  /// - Parameters:
  ///   - output: Takes what programs print and what commands answer.
  ///   - failure: Takes what was wrong.
  init(
    limits: Limits = Limits(), loader: (any ArrayLoader)? = nil, style: Style = .plain,
    output: @escaping (String) -> Void, failure: @escaping (String) -> Void
  ) {
    self.style = style
    self.output = output
    self.failure = failure
    interpreter = Interpreter(limits: limits, loader: loader, output: output)
    interpreter.showsValues = true
  }

  /// What stands before the next line.
  var prompt: String { pending.isEmpty ? ">>> " : "... " }
  /// How far the next line is likely to be indented.
  var indentation: Int { pending.isEmpty ? 0 : Source.indentation(after: pending) }

  /// Takes a line, or several at once, which make one program.
  func accept(_ text: String) {
    if pending.isEmpty, command(text.trimmed) { return }
    if pending.isEmpty, text.trimmed.isEmpty { return }
    pending += pending.isEmpty ? text : "\n" + text
    if !Source.isUnfinished(pending) { run() }
  }

  /// Forgets an unfinished statement.
  func interrupt() { pending = "" }

  /// Runs what is left at the end of the input.
  func end() {
    if !pending.isEmpty { run() }
    isOver = true
  }

  /// What the word at the end of a line may become.
  func completions(of line: String) -> Completions {
    if let mark = line.firstIndex(where: { $0 != " " }), line[mark] == "?" || line[mark] == "%" {
      return commandCompletions(of: line, mark)
    }
    let before = pending.isEmpty ? "" : pending + "\n"
    var completions = interpreter.completions(of: before + line)
    completions.start = max(0, completions.start - before.utf8.count)
    return completions
  }

  private func commandCompletions(of line: String, _ mark: String.Index) -> Completions {
    if line[mark] == "%" {
      let start = line[..<mark].utf8.count
      let words = ["%explain off", "%explain on", "%help", "%mem"]
      return Completions(start: start, words: words.filter { $0.hasPrefix(line[mark...]) })
    }
    let rest = line[line.index(after: mark)...]
    var completions = interpreter.completions(of: String(rest))
    completions.start += line.utf8.count - rest.utf8.count
    return completions
  }

  private func run() {
    count += 1
    let source = Source(pending, name: "<input \(count)>")
    pending = ""
    do throws(NotationError) {
      if explains { try explain(source) } else { try interpreter.run(source) }
    } catch {
      if error.type == .systemExit {
        isOver = true
      } else {
        failure(style.text(of: error) + "\n")
      }
    }
  }

  private func explain(_ source: Source) throws(NotationError) {
    let text = ExplanationText(source, isColoured: style.isOn)
    let (totals, error) = interpreter.explain(source) { self.output(text.text(of: $0)) }
    if !totals.savable.isEmpty { output(text.text(ofSavable: totals)) }
    if let error { throw error }
  }

  // MARK: Commands

  /// Obeys a line that is a command of the prompt; false if it is none.
  private func command(_ line: String) -> Bool {
    switch line {
    case "exit", "quit", "exit()", "quit()": isOver = true
    case "?", "%help", "help", "help()": output(Self.help)
    case "%mem": output(MemoryTable(storages(), interpreter.machine.variables).text + "\n")
    case "%explain on": explains = true
    case "%explain off": explains = false
    case _ where line.hasPrefix("?"): help(on: String(line.drop { $0 == "?" }).trimmed)
    case _ where line.hasSuffix("?") && !line.contains("#") && !line.contains("'"):
      help(on: String(line.prefix { $0 != "?" }).trimmed)
    case _ where line.hasPrefix("%"):
      failure("there is no command '\(line)'; %help lists them\n")
    default: return false
    }
    return true
  }

  private func help(on name: String) {
    // A call or a subscript behind the name is not part of it.
    let name = String(name.prefix { $0 != "(" && $0 != "[" })
    if let text = interpreter.help(on: name) {
      output(text + "\n")
    } else {
      let nearest = interpreter.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
      failure("there is nothing named '\(name)'\(nearest)\n")
    }
  }

  static let help = """
    NumPy's notation, one statement at a time; a block ends with an empty line.

      ?name         what a name is: its arguments, what it does, view or copy
      %explain on   after each statement, what memory did; %explain off ends it
      %mem          the memory that is alive, and the arrays on it
      %help         this text
      exit          leave, as Ctrl-D does

    Tab completes names. Up and Down walk through earlier lines that start as
    this one does. Ctrl-C drops a line, or ends what is running.

    """
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
