// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// Questions about what two arrays have in common.
extension QuestionMaker {
  mutating func sharing(_ trial: Trial) -> Question? {
    let (line, shape) = material.array("a", rank: material.level == 1 ? 1 : nil)
    let isCopy = material.random.once(in: 8)
    let x = material.view("a", shape)
    let y = isCopy ? material.copy("a", shape) : material.view("a", shape)
    let program = [line, "x = \(x.text)", "y = \(y.text)"]
    let isWanted = material.random.once(in: 2)
    guard x.text != y.text, (try? trial.run(program.joined(separator: "\n"))) != nil,
      let a = trial.object("a")?.array, let first = trial.object("x")?.array,
      let second = trial.object("y")?.array
    else { return nil }
    let witness = first.overlap(with: second)
    // Both answers are to be equally likely.
    guard (witness != nil) == isWanted else { return nil }
    let explanation: String
    if let witness {
      func place(_ index: [Int]) -> String { "[\(index.map { "\($0)" }.joined(separator: ", "))]" }
      explanation =
        "x\(place(witness.index)) and y\(place(witness.otherIndex)) are one element of memory."
    } else if !first.storage.isSame(as: second.storage) {
      let (name, piece) = first.storage.isSame(as: a.storage) ? ("y", y) : ("x", x)
      explanation = "\(name) has memory of its own. " + piece.idea.note(.copy)
    } else if first.mayShareMemory(with: second) {
      explanation =
        "Both lie in a's memory and their stretches of it meet, but no element belongs to both."
    } else {
      explanation = "Both lie in a's memory, in stretches apart from each other."
    }
    return fixed(
      .sharing, program, "What is np.shares_memory(x, y)?", ["True", "False"],
      right: witness == nil ? "False" : "True", explanation)
  }

  mutating func changes(_ trial: Trial) -> Question? {
    let rank = material.level < 3 ? material.random.number(1...2) : nil
    guard
      let (program, piece, a, b) = run(
        trial, isCopy: material.random.once(in: 4), rank: rank),
      let write = write(to: b.array.shape)
    else { return nil }
    let before = a.array.values
    guard (try? trial.run(write)) != nil else { return nil }
    let after = a.array.values
    let changed = before.indices.filter { before[$0] != after[$0] }
    guard changed.count <= 6 || changed.count == before.count else { return nil }

    let indices = a.array.indices
    func text(_ places: [Int]) -> String {
      if places.isEmpty { return "none" }
      if places.count == indices.count { return "all" }
      return places.map { place in
        "a[\(indices[place].map { "\($0)" }.joined(separator: ", "))]"
      }.joined(separator: ", ")
    }
    let count = max(1, min(changed.count, 6))
    var candidates: [[Int]] = [[]]
    // The places that would be meant if b lay as a does, and their neighbours.
    let written = b.array.values.enumerated().filter { $0.element == 99 }.map(\.offset)
    candidates.append(written.filter { $0 < indices.count })
    for shift in [1, -1, 2] {
      candidates.append(
        changed.map { ($0 + shift + indices.count) % indices.count }.sorted())
    }
    if changed.count > 1 { candidates.append(Array(changed.dropLast())) }
    for _ in 0..<8 {
      var places = Array(indices.indices)
      material.random.shuffle(&places)
      candidates.append(places.prefix(count).sorted())
    }
    candidates.append(Array(indices.indices))
    let right = text(changed)
    guard
      let wrong = wrong(
        candidates.filter { $0.count <= 6 || $0.count == indices.count }.map { text($0) },
        right: right)
    else { return nil }
    let origin = Origin(of: b, from: a)
    let explanation =
      origin == .copy
      ? "b is a copy, so what is written to it stays there. " + piece.idea.note(.copy)
      : origin == .same
        ? "b is a itself."
        : "b is a view that begins \(b.array.address - a.array.address) bytes behind a's first "
          + "element and steps by \(tuple(b.array.strides)) bytes, so the write lands in a's memory. "
          + piece.idea.note(.view)
    return shuffled(
      .changes, program + [write], "Which elements of a change?", right: right, wrong: wrong,
      explanation)
  }

  /// A statement that writes 99 to some elements of `b`.
  private mutating func write(to shape: [Int]) -> String? {
    let place = shape.map { material.random.below($0) }
    let whole = place.map { "\($0)" }.joined(separator: ", ")
    var forms = ["b[\(whole)] = 99", "b[\(whole)] = 99"]
    if shape.count > 1 {
      forms += ["b[\(place[0])] = 99", "b[..., \(place[shape.count - 1])] = 99"]
    }
    if material.level > 1 {
      forms += ["b[\(material.slice(shape[0]))] = 99", "b[-1] = 99", "b[:] = 99"]
    }
    return material.random.pick(forms)
  }
}
