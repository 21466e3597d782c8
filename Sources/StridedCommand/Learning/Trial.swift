// SPDX-License-Identifier: Apache-2.0

import Strided
import StridedNotation

/// A short program that was run, and what it left in memory.
final class Trial {
  /// What is printed.
  private final class Paper {
    var text = ""
  }

  private let paper = Paper()
  let interpreter: Interpreter

  init() {
    interpreter = Interpreter { [paper] in paper.text += $0 }
    interpreter.showsValues = true
    _ = try? run("import numpy as np")
  }

  /// Runs lines, and returns what they printed.
  @discardableResult
  func run(_ text: String) throws(NotationError) -> String {
    paper.text = ""
    try interpreter.run(text)
    return paper.text
  }

  /// The array that a variable is bound to.
  func object(_ name: String) -> ArrayObject? {
    for variable in interpreter.machine.variables where variable.name == name {
      if case .array(let object) = variable.value { return object }
    }
    return nil
  }

  /// The variable that is bound to an object, but for some.
  func name(of object: ArrayObject, except others: [String] = []) -> String? {
    for variable in interpreter.machine.variables where !others.contains(variable.name) {
      if case .array(let other) = variable.value, other === object { return variable.name }
    }
    return nil
  }
}

/// How a new array came about.
enum Origin: String {
  case view
  case copy
  case same = "the same array"

  /// What `array` is to `source`.
  init(of array: ArrayObject, from source: ArrayObject) {
    if array === source {
      self = .same
    } else {
      self = array.array.storage.isSame(as: source.array.storage) ? .view : .copy
    }
  }
}

extension AnyNDArray {
  /// The values in row-major order; of real numbers.
  var values: [Double] {
    indices.map { index in
      (try? view(at: index.map { .index($0) }).cast(to: .float64).item(as: Double.self)) ?? .nan
    }
  }

  /// All indices in row-major order.
  var indices: [[Int]] {
    shape.reduce([[]]) { lists, length in
      lists.flatMap { list in (0..<length).map { list + [$0] } }
    }
  }
}
