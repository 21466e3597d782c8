// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

/// A class as a value.
package final class TypeObject {
  enum Kind: Hashable {
    case object, type, noneType, ellipsis, int, float, complex, bool, str, list, tuple, dict
    case range, slice, function, builtin, module, iterator, native
    case map, filter, zip, enumerate
    case ndarray, dtype
    /// An abstract class of NumPy scalars.
    case generic, number, integer, signedInteger, unsignedInteger, inexact, floating
    case complexFloating
    case scalar(DType.Kind)
    case exception(ExceptionType)
  }

  let kind: Kind
  let name: String

  init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// The class as `repr` shows it.
  var repr: String {
    switch kind {
    case .ndarray, .generic, .number, .integer, .signedInteger, .unsignedInteger, .inexact,
      .floating, .complexFloating, .scalar:
      return "<class 'numpy.\(name)'>"
    case .dtype: return "<class 'numpy.dtype'>"
    case .exception(let type): return "<class '\(type.qualifiedName)'>"
    default: return "<class '\(name)'>"
    }
  }

  /// The element type that the class stands for where a dtype is asked for, or nil.
  var dtype: DType? {
    switch kind {
    case .int: .int64
    case .float, .inexact, .floating: .float64
    case .complex, .complexFloating: .complex128
    case .bool: .bool
    case .scalar(let kind): DType.numbers.first { $0.kind == kind }
    default: nil
    }
  }
}

extension Value {
  /// The kind of the value's class.
  var typeKind: TypeObject.Kind {
    switch self {
    case .none: .noneType
    case .ellipsis: .ellipsis
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .complex: .complex
    case .text: .str
    case .list: .list
    case .tuple: .tuple
    case .dict: .dict
    case .range: .range
    case .slice: .slice
    case .array: .ndarray
    case .scalar(let scalar): .scalar(scalar.dtype.kind)
    case .dtype: .dtype
    case .type: .type
    case .function: .function
    case .builtin: .builtin
    case .module: .module
    case .exception(let exception): .exception(exception.type)
    case .iterator(let iterator):
      switch iterator.typeName {
      case "zip": .zip
      case "map": .map
      case "filter": .filter
      case "enumerate": .enumerate
      default: .iterator
      }
    case .native: .native
    }
  }

  /// The name of the value's class.
  package var typeName: String {
    switch self {
    case .none: "NoneType"
    case .ellipsis: "ellipsis"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .complex: "complex"
    case .text: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .dict: "dict"
    case .range: "range"
    case .slice: "slice"
    case .array: "numpy.ndarray"
    case .scalar(let scalar): "numpy.\(scalar.dtype.name)"
    case .dtype(let object): "numpy.dtypes.\(object.dtype.className)"
    case .type: "type"
    case .function: "function"
    case .builtin(let object): object.entry.isUfunc ? "numpy.ufunc" : "builtin_function_or_method"
    case .module: "module"
    case .exception(let exception): exception.type.rawValue
    case .iterator(let iterator): iterator.typeName
    case .native(let object): object.typeName
    }
  }

  /// Whether the value is an instance of the class.
  func isInstance(of kind: TypeObject.Kind) -> Bool {
    if kind == .object || typeKind == kind { return true }
    switch (self, kind) {
    case (.bool, .int): return true
    case (.exception(let exception), .exception(let type)): return exception.type.isKind(of: type)
    case (.scalar(let scalar), _):
      let dtype = scalar.dtype
      switch kind {
      case .generic: return true
      case .number: return dtype != .bool
      case .integer: return dtype.isInteger
      case .signedInteger: return dtype.isSigned
      case .unsignedInteger: return dtype.isUnsigned
      case .inexact: return dtype.isFloat || dtype.isComplex
      case .floating: return dtype.isFloat
      case .complexFloating: return dtype.isComplex
      // These two scalars are Python numbers too.
      case .float: return dtype == .float64
      case .complex: return dtype == .complex128
      default: return false
      }
    default: return false
    }
  }
}

extension DType {
  /// The name of the type's own class in NumPy.
  var className: String {
    let name = kind == .bool ? "Bool" : name.prefix(1).uppercased() + name.dropFirst()
    return (name.hasPrefix("Ui") ? "UI" + name.dropFirst(2) : name) + "DType"
  }
}
