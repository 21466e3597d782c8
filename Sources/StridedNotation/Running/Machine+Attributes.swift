// SPDX-License-Identifier: Apache-2.0

import ComplexModule
internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Machine {
  /// `value.name`.
  func attribute(_ name: String, of value: Value) throws(Fault) -> Value {
    switch value {
    case .module(let module):
      if let member = module.members[name] { return member }
      throw missing(name, in: module)
    case .array(let object):
      if let entry = registry.methods[.array]?[name] { return bound(entry, value) }
      if let result = try arrayAttribute(name, of: object) { return result }
    case .scalar(let scalar):
      if let result = try scalarAttribute(name, of: scalar) { return result }
    case .list: if let entry = registry.methods[.list]?[name] { return bound(entry, value) }
    case .tuple: if let entry = registry.methods[.tuple]?[name] { return bound(entry, value) }
    case .dict: if let entry = registry.methods[.dict]?[name] { return bound(entry, value) }
    case .text: if let entry = registry.methods[.text]?[name] { return bound(entry, value) }
    case .dtype(let object):
      if let entry = registry.methods[.dtype]?[name] { return bound(entry, value) }
      if let result = dtypeAttribute(name, of: object.dtype) { return result }
    case .int, .bool:
      if let entry = registry.methods[.integer]?[name] { return bound(entry, value) }
      switch name {
      case "real", "numerator": return .int(try integer(value) ?? 0)
      case "imag": return .int(Int64(0))
      case "denominator": return .int(Int64(1))
      default: break
      }
    case .float(let number):
      if let entry = registry.methods[.float]?[name] { return bound(entry, value) }
      if name == "real" { return value }
      if name == "imag" { return .float(number * 0) }
    case .complex(let object):
      if let entry = registry.methods[.complex]?[name] { return bound(entry, value) }
      if name == "real" { return .float(object.number.re) }
      if name == "imag" { return .float(object.number.im) }
    case .slice(let slice):
      switch name {
      case "start": return slice.start
      case "stop": return slice.stop
      case "step": return slice.step
      default: break
      }
    case .range(let range):
      switch name {
      case "start": return .int(range.start)
      case "stop": return .int(range.stop)
      case "step": return .int(range.step)
      default: break
      }
    case .exception(let exception):
      if name == "args" { return .tuple(exception.arguments) }
    case .native(let object):
      if let result = try object.attribute(name, self) { return result }
    case .type(let type):
      if name == "__name__" { return .text(type.name) }
      if name == "__doc__" { return .none }
      if let dtype = type.dtype, case .scalar = type.kind,
        let entry = registry.methods[.dtype]?[name]
      {
        return bound(entry, .dtype(dtype))
      }
    case .function(let function):
      if name == "__name__" { return .text(function.name) }
    case .builtin(let builtin):
      if name == "__name__" { return .text(builtin.entry.name) }
      if builtin.entry.isUfunc, let entry = registry.methods[.ufunc]?[name] {
        return bound(entry, value)
      }
      if builtin.entry.isUfunc, name == "nin" {
        return .int(builtin.entry.text.utf8.contains(UInt8(ascii: "2")) ? 2 : 1)
      }
    default: break
    }
    if name == "__class__" { return .type(type(of: value)) }
    throw noAttribute(name, of: value)
  }

  private func bound(_ entry: Entry, _ value: Value) -> Value {
    .builtin(BuiltinObject(entry, receiver: value))
  }

  private func noAttribute(_ name: String, of value: Value) -> Fault {
    var message =
      "'\(value.typeName)' object has no attribute '\(name)'"
    if case .type(let type) = value {
      message = "type object '\(type.name)' has no attribute '\(name)'"
    }
    if case .array = value {
      if ArrayAttributes.missing.contains(name) {
        message = "Strided's arrays have no '\(name)', which NumPy's have"
      }
      let known =
        Array((registry.methods[.array] ?? [:]).keys).sorted() + ArrayAttributes.names
      if let nearest = Spelling.nearest(to: name, among: known) {
        message += ". Did you mean: '\(nearest)'?"
      }
    }
    return Fault(.attributeError, message)
  }

  private func missing(_ name: String, in module: ModuleObject) -> Fault {
    let members = module.members.keys.sorted()
    let nearest = Spelling.nearest(to: name, among: members)
    if module.missing.contains(name) {
      let instead =
        MissingNames.instead[name].map { "; \($0)" }
        ?? nearest.map { "; the nearest that it has is '\($0)'" } ?? ""
      return Fault(
        .attributeError,
        "module '\(module.name)' has no attribute '\(name)' here: NumPy has it, "
          + "Strided has not\(instead)")
    }
    var message = "module '\(module.name)' has no attribute '\(name)'"
    if let nearest { message += ". Did you mean: '\(nearest)'?" }
    return Fault(.attributeError, message)
  }

  /// `value.name = new`.
  func setAttribute(_ name: String, of value: Value, to new: Value) throws(Fault) {
    switch value {
    case .array(let object):
      if try setArrayAttribute(name, of: object, to: new) { return }
    case .native(let object):
      if try object.setAttribute(name, new, self) { return }
    case .module(let module):
      throw Fault(.attributeError, "module '\(module.name)' can't be changed")
    default: break
    }
    throw noAttribute(name, of: value)
  }

  private func scalarAttribute(
    _ name: String, of scalar: ScalarObject
  ) throws(Fault) -> Value? {
    switch name {
    case "flags", "data", "__array_interface__", "ctypes": break
    case "base": return Value.none
    case "T": return .scalar(scalar)
    default: break
    }
    let object = ArrayObject(
      try lifted { () throws(ArrayError) in
        try scalar.array.withWritable(false, isRoot: true)
      }, base: nil)
    if let entry = registry.methods[.array]?[name] { return bound(entry, .array(object)) }
    guard let result = try arrayAttribute(name, of: object) else { return nil }
    if case .array(let part) = result, part.array.rank == 0 {
      return try self.scalar(of: part.array)
    }
    return result
  }
}
