// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation
import Testing

@testable import StridedCommand

/// Answers a question without looking at layouts: by addresses of single elements, by writing and
/// comparing, and by what the notation says of identity.
private struct Oracle {
  let trial = Trial()
  let question: Question

  init(_ question: Question) { self.question = question }

  /// The addresses of an array's elements, in row-major order.
  private func addresses(_ name: String) throws -> [Int] {
    let array = try #require(trial.object(name)).array
    return try array.indices.map { index in
      try array.view(at: index.map { .index($0) }).address
    }
  }

  private func prints(_ expression: String) throws -> String {
    try trial.run("print(\(expression))").trimmed
  }

  func answer() throws -> String {
    let program = question.program.joined(separator: "\n")
    if question.kind != .changes { try trial.run(program) }
    switch question.kind {
    case .origin:
      if try prints("b is a") == "True" { return "a itself, under another name" }
      return Set(try addresses("b")).isSubset(of: try addresses("a"))
        ? "a view of a's memory" : "a copy"
    case .sharing:
      return Set(try addresses("x")).isDisjoint(with: try addresses("y")) ? "False" : "True"
    case .shape:
      // The lengths of nested lists; no array here is empty.
      return try prints(
        "(lambda f: f(f, b.tolist()))(lambda f, x: (len(x),) + f(f, x[0]) if isinstance(x, list) else ())"
      )
    case .strides:
      let array = try #require(trial.object("b")).array
      return "("
        + (try array.shape.indices.map { axis in
          let length = array.shape[axis]
          // Two neighbours, or, of a single one, what NumPy says.
          guard length > 1 else { return "\(array.strides[axis])" }
          var index = array.shape.map { _ in 0 }
          let first = try array.view(at: index.map { .index($0) }).address
          index[axis] = 1
          return "\(try array.view(at: index.map { .index($0) }).address - first)"
        }).joined(separator: ", ") + (array.rank == 1 ? ",)" : ")")
    case .offset: return "\(try addresses("b")[0] - addresses("a")[0])"
    case .order:
      func isPacked(_ name: String) throws -> Bool {
        let (places, size) = (try addresses(name), try #require(trial.object(name)).array.itemSize)
        return zip(places, places.dropFirst()).allSatisfy { $1 - $0 == size }
      }
      try trial.run("t = b.T")
      switch (try isPacked("b"), try isPacked("t")) {
      case (true, true): return "both"
      case (true, false): return "C_CONTIGUOUS only"
      case (false, true): return "F_CONTIGUOUS only"
      default: return "neither"
      }
    case .base:
      for (test, answer) in [
        ("c.base is None", "None"), ("c.base is a", "a"), ("c.base is b", "b"),
      ]
      where try prints(test) == "True" { return answer }
      return "an array without a name"
    case .changes:
      try trial.run(question.program.dropLast().joined(separator: "\n"))
      let places = try addresses("a")
      let before = try trial.run("print(a.tolist())")
      let values = try #require(trial.object("a")).array.values
      try trial.run(question.program.last ?? "")
      let after = try #require(trial.object("a")).array.values
      let now = try trial.run("print(a.tolist())")
      #expect((now == before) == (values == after))
      #expect(try addresses("a") == places)
      let indices = try #require(trial.object("a")).array.indices
      let changed = indices.indices.filter { values[$0] != after[$0] }
      if changed.isEmpty { return "none" }
      if changed.count == indices.count { return "all" }
      return changed.map { "a[" + indices[$0].map { "\($0)" }.joined(separator: ", ") + "]" }
        .joined(separator: ", ")
    }
  }
}

@Suite struct QuizTests {
  @Test(arguments: 1...3, 0..<12 as Range<UInt64>)
  func answersAreRight(level: Int, seed: UInt64) throws {
    var maker = QuestionMaker(seed: seed, level: level)
    for question in maker.questions(16) {
      let comment = Comment(rawValue: "seed \(seed), level \(level): \(question)")
      #expect(try Oracle(question).answer() == question.rightChoice, comment)
      #expect(Set(question.choices).count == question.choices.count, comment)
      #expect(
        question.choices.count
          == (question.kind == .sharing ? 2 : question.kind == .origin ? 3 : 4), comment)
      #expect(!question.explanation.isEmpty, comment)
    }
  }

  @Test func everyKindHasItsTurnAndEveryAnswerItsCases() {
    var seen: [Question.Kind: Set<String>] = [:]
    var places: [Int: Int] = [:]
    var maker = QuestionMaker(seed: 7, level: 3)
    for kind in Question.Kind.allCases {
      for _ in 0..<40 {
        guard let question = maker.question(kind) else { continue }
        seen[kind, default: []].insert(question.rightChoice)
        if kind == .strides { places[question.answer, default: 0] += 1 }
      }
    }
    for level in 1...3 {
      var maker = QuestionMaker(seed: 3, level: level)
      let questions = maker.questions(16)
      #expect(questions.count == 16)
      #expect(questions.allSatisfy { $0.kind.level <= level && $0.level == level })
    }
    #expect(seen.count == Question.Kind.allCases.count)
    #expect(seen[.origin]?.count == 3)
    #expect(seen[.sharing]?.count == 2)
    #expect(seen[.order]?.count == 4)
    #expect(seen[.base]?.count == 4)
    #expect(seen[.changes]?.contains("none") == true)
    #expect(places.count == 4)
  }

  /// What a seed gives must not change from machine to machine, nor from version to version.
  @Test func seedsGiveTheSameQuestionsAlways() {
    var random = SplitMix64(seed: 1)
    #expect([random.next(), random.next()] == [0x910A_2DEC_8902_5CC1, 0xBEEB_8DA1_658E_EC67])
    var numbers = SplitMix64(seed: 42)
    #expect((0..<8).map { _ in numbers.below(10) } == [7, 1, 2, 3, 0, 8, 2, 8])
    var (one, two) = (QuestionMaker(seed: 5, level: 2), QuestionMaker(seed: 5, level: 2))
    let questions = one.questions(12)
    #expect(questions == two.questions(12))
    var other = QuestionMaker(seed: 6, level: 2)
    #expect(questions != other.questions(12))
  }

  /// Where NumPy hides an object of its own behind a base, nothing is asked.
  @Test func basesAreNumPysToo() throws {
    var maker = QuestionMaker(seed: 11, level: 3)
    for _ in 0..<60 {
      let made = maker.question(.base)
      let question = try #require(made)
      let trial = Trial()
      try trial.run(question.program.joined(separator: "\n"))
      for line in question.program.dropFirst() {
        #expect(!line.contains("sliding_window_view"))
        let object = try #require(trial.object(String(line.prefix(1))))
        if line.contains("reshape(") || line.contains("ravel(") {
          #expect(object.base != nil, "\(question.program)")
        }
      }
    }
  }

  private static let sample = Question(
    kind: .shape, level: 1, program: ["a = np.arange(3)"], text: "What is a.shape?",
    choices: ["(3,)", "(4,)", "(3, 1)", "()"], answer: 0, explanation: "Because.")

  @Test func takesRepliesAndKeepsTheScore() {
    var quiz = Quiz(Array(repeating: Self.sample, count: 4))
    #expect(
      quiz.asked == """
        Question 1 of 4  shape, level 1

            a = np.arange(3)

        What is a.shape?
          a (3,)
          b (4,)
          c (3, 1)
          d ()

        """)
    #expect(quiz.prompt == "a-d, s to pass, q to leave> ")
    #expect(quiz.accept("x") == "'x' is none of the answers.\n" && quiz.position == 0)
    #expect(quiz.accept(" A ") == "Right. It is a (3,)\n  Because.\n")
    #expect(quiz.accept("( 3, 1 )").hasPrefix("No, it is a (3,)\n"))
    #expect(quiz.accept("s").hasPrefix("It is a (3,)\n"))
    #expect(!quiz.isOver)
    #expect(quiz.accept("(3,)").hasPrefix("Right."))
    #expect(quiz.isOver && quiz.asked == "" && quiz.accept("a") == "")
    #expect(quiz.score == "2 of 4 right, 50 %\n  shape                   2 of 4\n")
    var left = Quiz([Self.sample])
    #expect(left.accept("q") == "" && left.isOver)
    #expect(left.score == "No question was answered.\n")
  }

  @Test func worksThroughPipes() throws {
    let arguments = ["learn", "--quiz", "--seed", "1", "--level", "2", "--count", "5"]
    let solved = try Program.run(arguments + ["--answers"])
    let again = try Program.run(arguments + ["--answers"])
    #expect(solved.status == 0 && solved.output == again.output)
    let answers = solved.output.split(separator: "\n").filter { $0.hasPrefix("Answer: ") }
      .map { $0.dropFirst(8).prefix(1) }
    #expect(answers.count == 5)
    let outcome = try Program.run(arguments, input: answers.joined(separator: "\n") + "\n")
    #expect(outcome.output.contains("5 of 5 right, 100 %"))
    #expect(!outcome.output.contains("\u{1B}"))
    // Where the replies end, the round does.
    #expect(try Program.run(arguments, input: "s\n").output.contains("0 of 1 right, 0 %"))
    for wrong in [["--level", "4"], ["--count", "0"], ["9"]] {
      #expect(try Program.run(["learn"] + wrong).status == 64)
    }
  }
}
