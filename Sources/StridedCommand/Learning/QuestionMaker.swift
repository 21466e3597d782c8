// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// Makes questions and answers them: each program is run, and the answer read off its memory.
struct QuestionMaker {
  var material: QuizMaterial

  /// Creates a maker whose questions follow from the seed and the level, 1 to 3.
  init(seed: UInt64, level: Int) {
    material = QuizMaterial(random: SplitMix64(seed: seed), level: level)
  }

  /// So many questions, the kinds taking turns in a random order.
  mutating func questions(_ count: Int) -> [Question] {
    let level = material.level
    var kinds: [Question.Kind] = []
    var questions: [Question] = []
    for _ in 0..<4 * count where questions.count < count {
      if kinds.isEmpty {
        kinds = Question.Kind.allCases.filter { $0.level <= level }
        material.random.shuffle(&kinds)
      }
      if let question = question(kinds.removeLast()) { questions.append(question) }
    }
    return questions
  }

  /// A question of a kind; nil if none was found, which hardly happens.
  mutating func question(_ kind: Question.Kind) -> Question? {
    let trial = Trial()
    // Some programs leave nothing to ask, such as writing to a read-only view.
    for _ in 0..<500 {
      let made: Question? =
        switch kind {
        case .origin: origin(trial)
        case .changes: changes(trial)
        case .sharing: sharing(trial)
        case .shape: shape(trial)
        case .strides: strides(trial)
        case .offset: offset(trial)
        case .order: order(trial)
        case .base: base(trial)
        }
      if let made { return made }
    }
    return nil
  }

  /// Puts the choices in a random order.
  mutating func shuffled(
    _ kind: Question.Kind, _ program: [String], _ text: String, right: String, wrong: [String],
    _ explanation: String
  ) -> Question {
    var choices = [right] + wrong
    material.random.shuffle(&choices)
    return fixed(kind, program, text, choices, right: right, explanation)
  }

  func fixed(
    _ kind: Question.Kind, _ program: [String], _ text: String, _ choices: [String], right: String,
    _ explanation: String
  ) -> Question {
    Question(
      kind: kind, level: material.level, program: program, text: text, choices: choices,
      answer: choices.firstIndex(of: right) ?? 0, explanation: explanation)
  }

  /// Runs `b = …` of an array `a`; nil if there is nothing to see.
  mutating func run(
    _ trial: Trial, isCopy: Bool = false, rank: Int? = nil
  ) -> (program: [String], piece: QuizMaterial.Piece, a: ArrayObject, b: ArrayObject)? {
    let (line, shape) = material.array("a", rank: rank)
    let piece = isCopy ? material.copy("a", shape) : material.view("a", shape)
    let program = [line, "b = \(piece.text)"]
    guard (try? trial.run(program.joined(separator: "\n"))) != nil, let a = trial.object("a"),
      let b = trial.object("b"), b.array.count > 0, b.array.rank > 0
    else { return nil }
    return (program, piece, a, b)
  }

  /// Three different wrong answers out of `candidates`, the likeliest first; nil if there are fewer.
  func wrong(_ candidates: [String], right: String) -> [String]? {
    var chosen: [String] = []
    for text in candidates where text != right && !chosen.contains(text) { chosen.append(text) }
    return chosen.count < 3 ? nil : Array(chosen.prefix(3))
  }
}

// MARK: The kinds of questions

extension QuestionMaker {
  private mutating func origin(_ trial: Trial) -> Question? {
    let isCopy = material.random.once(in: 2)
    guard let (program, piece, a, b) = run(trial, isCopy: isCopy) else { return nil }
    let origin = Origin(of: b, from: a)
    let fact =
      switch origin {
      case .same: "'b is a' is True."
      case .copy: "b has \(b.array.byteCount) bytes of its own."
      case .view:
        "b begins \(b.array.address - a.array.address) bytes behind a's first element and steps by "
          + "\(tuple(b.array.strides)) bytes."
      }
    return fixed(
      .origin, program, "What is b?",
      ["a view of a's memory", "a copy", "a itself, under another name"],
      right: origin == .view
        ? "a view of a's memory" : origin == .copy ? "a copy" : "a itself, under another name",
      piece.idea.note(origin) + " " + fact)
  }

  private mutating func shape(_ trial: Trial) -> Question? {
    guard let (program, piece, a, b) = run(trial) else { return nil }
    let shape = b.array.shape
    var candidates = [Array(shape.reversed()), a.array.shape, shape + [1], Array(shape.dropLast())]
    for axis in shape.indices {
      var other = shape
      other[axis] += 1
      candidates.append(other)
      if shape[axis] > 1 {
        other[axis] -= 2
        candidates.append(other)
      }
    }
    material.random.shuffle(&candidates)
    let right = tuple(shape)
    guard let wrong = wrong(candidates.map { tuple($0) }, right: right) else { return nil }
    return shuffled(
      .shape, program, "What is b.shape?", right: right, wrong: wrong,
      piece.idea.note(Origin(of: b, from: a))
        + " Of a's shape \(tuple(a.array.shape)) comes \(right): \(b.array.count) elements.")
  }

  private mutating func strides(_ trial: Trial) -> Question? {
    guard let (program, piece, a, b) = run(trial) else { return nil }
    let (strides, size) = (b.array.strides, b.array.itemSize)
    var candidates = [
      Array(strides.reversed()), strides.map { $0 / size }, a.array.strides,
      strides.map { -$0 }, strides.map { abs($0) }, strides.map { $0 * 2 },
      packed(b.array.shape, size), packed(b.array.shape.reversed(), size).reversed(),
      strides.map { $0 == 0 ? size : 0 }, packed(b.array.shape, 1),
    ].filter { $0.count == strides.count }
    material.random.shuffle(&candidates)
    let right = tuple(strides)
    guard let wrong = wrong(candidates.map { tuple($0) }, right: right) else { return nil }
    let origin = Origin(of: b, from: a)
    let start =
      origin == .view
      ? "a's strides are \(tuple(a.array.strides)) bytes."
      : "b is a copy of its own, packed without gaps."
    return shuffled(
      .strides, program, "What are b.strides?", right: right, wrong: wrong,
      "An element has \(size) byte\(size == 1 ? "" : "s"); \(start) \(piece.idea.note(origin))")
  }

  /// The strides of a shape in row-major order.
  private func packed(_ shape: [Int], _ size: Int) -> [Int] {
    var (strides, step) = ([Int](), size)
    for length in shape.reversed() {
      strides.insert(step, at: 0)
      step *= length
    }
    return strides
  }

  private mutating func offset(_ trial: Trial) -> Question? {
    guard let (program, piece, a, b) = run(trial), Origin(of: b, from: a) == .view else {
      return nil
    }
    let (offset, size) = (b.array.address - a.array.address, b.array.itemSize)
    let steps = offset / size
    // Most views begin where their array does, which is no question.
    guard offset > 0 || material.random.once(in: 6) else { return nil }
    var candidates = [
      0, steps, offset + size, offset - size, abs(a.array.strides[0]), size, offset * 2,
      a.array.byteCount - size, a.array.byteCount, offset + 2 * size,
    ].filter { $0 >= 0 }
    material.random.shuffle(&candidates)
    guard let wrong = wrong(candidates.map { "\($0)" }, right: "\(offset)") else { return nil }
    let index = a.array.indices.first { index in
      (try? a.array.view(at: index.map { .index($0) }).address) == b.array.address
    }
    let place = index.map { "a[\($0.map { "\($0)" }.joined(separator: ", "))]" } ?? "an element"
    return shuffled(
      .offset, program, "How many bytes behind a's first element does b begin?",
      right: "\(offset)", wrong: wrong,
      "b's first element is \(place), and an element has \(size) byte\(size == 1 ? "" : "s"). "
        + piece.idea.note(.view))
  }

  private mutating func order(_ trial: Trial) -> Question? {
    guard let (program, piece, a, b) = run(trial, isCopy: material.random.once(in: 5)) else {
      return nil
    }
    func text(_ flags: Flags) -> String {
      flags.isRowMajor
        ? flags.isColumnMajor ? "both" : "C_CONTIGUOUS only"
        : flags.isColumnMajor ? "F_CONTIGUOUS only" : "neither"
    }
    let array = b.array
    return fixed(
      .order, program, "Which of C_CONTIGUOUS and F_CONTIGUOUS is true in b.flags?",
      ["C_CONTIGUOUS only", "F_CONTIGUOUS only", "both", "neither"], right: text(array.flags),
      "b has shape \(tuple(array.shape)) and strides \(tuple(array.strides)), elements of "
        + "\(array.itemSize) byte\(array.itemSize == 1 ? "" : "s"). Without gaps in C order they "
        + "would be \(tuple(packed(array.shape, array.itemSize))), in F order "
        + "\(tuple(packed(array.shape.reversed(), array.itemSize).reversed())); axes of length 1 do "
        + "not count. \(piece.idea.note(Origin(of: b, from: a)))")
  }

  private mutating func base(_ trial: Trial) -> Question? {
    guard let (program, first, a, b) = run(trial, isCopy: material.random.once(in: 4)) else {
      return nil
    }
    let second =
      material.random.once(in: 4)
      ? material.copy("b", b.array.shape) : material.view("b", b.array.shape)
    let line = "c = \(second.text)"
    guard (try? trial.run(line)) != nil, let c = trial.object("c"), c !== b else { return nil }
    // NumPy puts objects of its own between windows or copies of reshape and what they come from.
    for (idea, new, old) in [(first.idea, b, a), (second.idea, c, b)] {
      if idea == .windows { return nil }
      if idea == .reshape, Origin(of: new, from: old) == .copy { return nil }
    }
    let owner = c.base.map { trial.name(of: $0, except: ["c"]) ?? "an array without a name" }
    let right = owner ?? "None"
    let text =
      owner == nil
      ? "c owns its memory, so it has no base. \(second.idea.note(.copy))"
      : "The base of a view is the array that owns the memory, however many views lie between. "
        + (right == "a" ? first : second).idea.note(.view)
    return fixed(
      .base, program + [line], "What is c.base?", ["a", "b", "an array without a name", "None"],
      right: right, text)
  }
}
