// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// `strided learn`: the lesson on views, copies and strides.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Teaches views, copies and strides: six chapters, a cheat sheet, a quiz.",
    discussion: """
      Every program in it is run when it is shown, and the answers of the quiz are read off the \
      memory of its programs. On a terminal you are led through; elsewhere everything is printed.

      The quiz reads a reply a line, a letter or the answer itself, from the standard input. The \
      same seed and level give the same questions on every machine.
      """)

  @Argument(help: ArgumentHelp("A chapter, 1 to 6.", valueName: "chapter"))
  var chapter: Int?

  @Flag(help: "Show the cheat sheet; each row says what it has just done.")
  var cheatsheet = false

  @Flag(help: "Ask questions.")
  var quiz = false

  @Option(help: "Where the questions come from: a number that gives the same ones again.")
  var seed: UInt64?

  @Option(help: "How hard the questions are, 1 to 3.")
  var level = 1

  @Option(help: "How many questions there are.")
  var count = 10

  @Flag(help: "Print the questions with their answers instead of asking.")
  var answers = false

  @Flag(help: "Draw with plain ASCII.")
  var ascii = false

  func validate() throws {
    guard (1...3).contains(level) else { throw ValidationError("--level must be 1, 2 or 3.") }
    guard (1...1000).contains(count) else { throw ValidationError("--count must be 1 to 1000.") }
    guard chapter.map((1...Chapters.all.count).contains) ?? true else {
      throw ValidationError("There are chapters 1 to \(Chapters.all.count).")
    }
  }

  func run() throws {
    let output = Output.standard
    let style = output.style
    if let chapter {
      output.write(Chapters.all[chapter - 1].text(style, isASCII: ascii))
    } else if cheatsheet {
      output.write(CheatSheet.text(style))
    } else if quiz || answers || seed != nil {
      ask(Terminal(output))
    } else if let terminal = Terminal(output) {
      lead(terminal)
    } else {
      let pages = (Chapters.all + [Chapters.takeaways]).map { $0.text(style, isASCII: ascii) }
      output.write(pages.joined(separator: "\n\n") + "\n\n" + CheatSheet.text(style))
    }
  }

  // MARK: The quiz

  private func ask(_ terminal: Terminal?) {
    let output = Output.standard
    let seed = self.seed ?? UInt64.random(in: 1...9999)
    var maker = QuestionMaker(seed: seed, level: level)
    var quiz = Quiz(maker.questions(count), style: output.style)
    if answers {
      output.write(quiz.solved)
      return
    }
    output.write(line: "Seed \(seed), level \(level)\n")
    while !quiz.isOver {
      let position = quiz.position
      output.write(quiz.asked)
      while !quiz.isOver, quiz.position == position {
        guard let reply = reply(quiz.prompt, terminal) else {
          output.write("\n" + quiz.score)
          return
        }
        output.write(quiz.accept(reply))
      }
      output.write("\n")
    }
    output.write(quiz.score)
  }

  /// Reads a line; nil at the end of the input.
  private func reply(_ prompt: String, _ terminal: Terminal?) -> String? {
    guard let terminal else { return readLine() }
    guard case .line(let text) = terminal.edit(prompt: prompt, LineEditor(history: History()))
    else { return nil }
    return text
  }

  // MARK: The lesson

  /// Leads through the lesson page by page.
  private func lead(_ terminal: Terminal) {
    let output = Output.standard
    var next = 1
    output.write(line: Learn.contents(output.style))
    while let reply = reply("1-6, c, q, Enter for \(Learn.name(of: next)), x to leave> ", terminal)
    {
      let wish = reply.trimmed.lowercased()
      switch wish.isEmpty ? Learn.key(of: next) : wish {
      case "x", "exit", "quit": return
      case "c":
        output.write("\n" + CheatSheet.text(output.style) + "\n")
        next = 8
      case "q":
        output.write("\n")
        ask(terminal)
        output.write("\n")
        next = 1
      case let key:
        guard let number = Int(key), (1...Chapters.all.count).contains(number) else {
          output.write(line: Learn.contents(output.style))
          continue
        }
        output.write("\n" + Chapters.all[number - 1].text(output.style, isASCII: ascii) + "\n")
        if number == Chapters.all.count {
          output.write(Chapters.takeaways.text(output.style, isASCII: ascii) + "\n")
        }
        next = number + 1
      }
    }
  }

  private static func key(of step: Int) -> String {
    step <= Chapters.all.count ? "\(step)" : step == Chapters.all.count + 1 ? "c" : "q"
  }

  private static func name(of step: Int) -> String {
    step <= Chapters.all.count
      ? "chapter \(step)" : step == Chapters.all.count + 1 ? "the cheat sheet" : "the quiz"
  }

  static func contents(_ style: Style) -> String {
    let chapters = Chapters.all.enumerated().map {
      "  \($0 + 1)  \($1.title.split(separator: ": ")[1])"
    }
    return ([style.strong("A lesson in memory")] + chapters + ["  c  Cheat sheet", "  q  Quiz"])
      .joined(separator: "\n") + "\n"
  }
}
