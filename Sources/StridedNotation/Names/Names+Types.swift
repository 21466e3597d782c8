// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

extension Registry {
  /// Python's classes, and NumPy's scalar types.
  func addTypes() {
    let own: [(TypeObject.Kind, String)] = [
      (.object, "object"), (.type, "type"), (.int, "int"), (.float, "float"),
      (.complex, "complex"), (.bool, "bool"), (.str, "str"), (.list, "list"), (.tuple, "tuple"),
      (.dict, "dict"), (.range, "range"), (.slice, "slice"), (.map, "map"), (.filter, "filter"),
      (.zip, "zip"), (.enumerate, "enumerate"),
    ]
    for (kind, name) in own { builtins.members[name] = .type(TypeObject(kind, name)) }
    let abstract: [(TypeObject.Kind, String)] = [
      (.ndarray, "ndarray"), (.dtype, "dtype"), (.generic, "generic"), (.number, "number"),
      (.integer, "integer"), (.signedInteger, "signedinteger"),
      (.unsignedInteger, "unsignedinteger"), (.inexact, "inexact"), (.floating, "floating"),
      (.complexFloating, "complexfloating"),
    ]
    for (kind, name) in abstract { numpy.members[name] = .type(TypeObject(kind, name)) }
    for dtype in DType.numbers {
      numpy.members[dtype.name] = .type(TypeObject(.scalar(dtype.kind), dtype.name))
    }
    let aliases = [
      "bool_": "bool", "int_": "int64", "intp": "int64", "long": "int64", "longlong": "int64",
      "uint": "uint64", "uintp": "uint64", "ulong": "uint64", "ulonglong": "uint64",
      "byte": "int8", "short": "int16", "intc": "int32", "ubyte": "uint8", "ushort": "uint16",
      "uintc": "uint32", "half": "float16", "single": "float32", "double": "float64",
      "csingle": "complex64", "cdouble": "complex128",
    ]
    for (name, other) in aliases { alias(name, of: other) }
  }

  /// The classes of exceptions.
  func addExceptions() {
    for type in ExceptionType.allCases where type != .limitError {
      let value = Value.type(TypeObject(.exception(type), type.rawValue))
      if type.qualifiedName == type.rawValue {
        builtins.members[type.rawValue] = value
      } else if type == .linAlgError {
        module("numpy.linalg").members[type.rawValue] = value
      } else if type == .axisError || type == .dTypePromotionError {
        module("numpy.exceptions").members[type.rawValue] = value
      }
    }
  }
}
