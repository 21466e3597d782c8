// SPDX-License-Identifier: Apache-2.0

/// A function that the program defined.
package final class FunctionObject: Container {
  let definition: FunctionDefinition
  private(set) var defaults: [Value]
  /// The frame of the function around it.
  private(set) var frame: Frame?

  package var name: String { definition.code.name ?? "" }

  init(_ definition: FunctionDefinition, defaults: [Value], frame: Frame?) {
    self.definition = definition
    self.defaults = defaults
    self.frame = frame
  }

  override func surrender(to heap: inout [Container]) {
    for value in defaults { heap.append(value) }
    defaults = []
    if let frame { heap.append(frame as Container) }
    frame = nil
  }
}

/// A function of NumPy or Python, or a method with the object that it belongs to.
package final class BuiltinObject: Container {
  let entry: Entry
  private(set) var receiver: Value?

  init(_ entry: Entry, receiver: Value? = nil) {
    self.entry = entry
    self.receiver = receiver
  }

  override func surrender(to heap: inout [Container]) {
    if let receiver { heap.append(receiver) }
    receiver = nil
  }
}

/// A module.
package final class ModuleObject {
  let name: String
  /// What the module holds, by name.
  var members: [String: Value] = [:]
  /// Names that NumPy has here and Strided does not.
  var missing: Set<String> = []

  init(_ name: String) { self.name = name }
}

/// Anything with attributes or entries that needs no case of its own.
package class NativeObject: Container {
  /// The name of its class.
  var typeName: String { "object" }
  var repr: String { "<\(typeName) object>" }
  var str: String { repr }

  func attribute(_ name: String, _ machine: Machine) throws(Fault) -> Value? { nil }

  /// Sets an attribute, or returns false where there is none that can be set.
  func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(Fault) -> Bool { false }

  func entry(_ index: Value, _ machine: Machine) throws(Fault) -> Value {
    throw Fault(.typeError, "'\(typeName)' object is not subscriptable")
  }

  func setEntry(_ index: Value, _ value: Value, _ machine: Machine) throws(Fault) {
    throw Fault(.typeError, "'\(typeName)' object does not support item assignment")
  }

  /// What a loop over it walks, or nil where it can't be walked.
  func iterator(_ machine: Machine) throws(Fault) -> IteratorObject? { nil }
  /// The array that it stands for where one is asked for, or nil.
  func asArray(_ machine: Machine) throws(Fault) -> ArrayObject? { nil }
  /// How many entries it has, or nil where it has none.
  func count(_ machine: Machine) throws(Fault) -> Int? { nil }
}

/// What `with` takes.
class ContextObject: NativeObject {
  func enter(_ machine: Machine) -> Value { .none }
  func exit(_ machine: Machine) {}
  func suppresses(_ fault: Fault, _ machine: Machine) -> Bool { false }
}
