// SPDX-License-Identifier: Apache-2.0

/// A round of questions: a function of the replies so far to what is printed.
struct Quiz {
  let questions: [Question]
  private let style: Style
  /// Which question is being asked.
  private(set) var position = 0
  /// By question: whether the reply was right; nil if it was passed over.
  private var results: [Bool?] = []
  private var hasLeft = false

  init(_ questions: [Question], style: Style = .plain) {
    self.questions = questions
    self.style = style
  }

  var isOver: Bool { hasLeft || position == questions.count }

  /// The question that is asked now; empty after the last.
  var asked: String {
    isOver ? "" : questions[position].shown(title(position), style)
  }

  /// What stands before the reply.
  var prompt: String {
    guard !isOver else { return "" }
    let last = Question.letter(questions[position].choices.count - 1)
    return "a-\(last), s to pass, q to leave> "
  }

  private func title(_ i: Int) -> String { "Question \(i + 1) of \(questions.count)" }

  /// Takes a reply, and says what is right and why.
  mutating func accept(_ reply: String) -> String {
    guard !isOver else { return "" }
    let question = questions[position]
    switch reply.trimmed.lowercased() {
    case "q", "quit", "exit":
      hasLeft = true
      return ""
    case "s", "skip":
      next(nil)
      return "It is \(right(question))\n" + explained(question)
    default: break
    }
    guard let choice = question.choice(meantBy: reply) else {
      return "'\(reply.trimmed)' is none of the answers.\n"
    }
    let isRight = choice == question.answer
    next(isRight)
    let verdict = isRight ? style.good("Right.") + " It" : style.bad("No,") + " it"
    return verdict + " is \(right(question))\n" + explained(question)
  }

  private mutating func next(_ result: Bool?) {
    results.append(result)
    position += 1
  }

  private func right(_ question: Question) -> String {
    "\(Question.letter(question.answer)) \(question.rightChoice)"
  }

  private func explained(_ question: Question) -> String {
    Page.wrapped(question.explanation, width: 76, indent: "  ") + "\n"
  }

  /// How many replies were right, of all and of each kind.
  var score: String {
    let answered = results.compactMap { $0 }
    let right = answered.filter { $0 }.count
    guard !results.isEmpty else { return "No question was answered.\n" }
    var lines = ["\(right) of \(results.count) right, \(right * 100 / results.count) %"]
    for kind in Question.Kind.allCases {
      let mine = zip(questions, results).filter { $0.0.kind == kind }
      guard !mine.isEmpty else { continue }
      let name = kind.rawValue + String(repeating: " ", count: 24 - kind.rawValue.count)
      lines.append("  \(name)\(mine.filter { $0.1 == true }.count) of \(mine.count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All questions with their answers.
  var solved: String {
    questions.enumerated().map { i, question in
      question.shown(title(i), style) + "Answer: \(right(question))\n" + explained(question)
    }.joined(separator: "\n")
  }
}
