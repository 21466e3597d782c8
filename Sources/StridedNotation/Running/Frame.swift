// SPDX-License-Identifier: Apache-2.0

/// The local variables of one call of a function, or the program's own frame, which has none.
package final class Frame: Container {
  // The machine outlives its frames, and a counted reference would make a circle.
  unowned(unsafe) let machine: Machine
  package let code: Code
  var slots: [Value?]
  private(set) var parent: Frame?

  init(_ machine: Machine, _ code: Code, slots: [Value?] = [], parent: Frame? = nil) {
    self.machine = machine
    self.code = code
    self.slots = slots
    self.parent = parent
  }

  package var isProgram: Bool { code.name == nil }

  /// The frame of the function around this one, so many levels up.
  func outer(_ depth: Int) -> Frame {
    var frame = self
    for _ in 0..<depth { frame = frame.parent ?? frame }
    return frame
  }

  /// The names and values of the local variables.
  package var variables: [(name: String, value: Value)] {
    zip(code.locals, slots).compactMap { name, value in value.map { (name, $0) } }
  }

  override func surrender(to heap: inout [Container]) {
    for value in slots { if let value { heap.append(value) } }
    slots = []
    if let parent { heap.append(parent as Container) }
    parent = nil
  }
}
