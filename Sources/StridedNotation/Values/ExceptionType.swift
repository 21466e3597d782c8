// SPDX-License-Identifier: Apache-2.0

/// The classes of exceptions, under Python's and NumPy's names.
public enum ExceptionType: String, Hashable, Sendable, CaseIterable {
  case baseException = "BaseException"
  case exception = "Exception"
  case arithmeticError = "ArithmeticError"
  case zeroDivisionError = "ZeroDivisionError"
  case overflowError = "OverflowError"
  case floatingPointError = "FloatingPointError"
  case assertionError = "AssertionError"
  case attributeError = "AttributeError"
  case importError = "ImportError"
  case moduleNotFoundError = "ModuleNotFoundError"
  case lookupError = "LookupError"
  case indexError = "IndexError"
  case keyError = "KeyError"
  case memoryError = "MemoryError"
  case nameError = "NameError"
  case unboundLocalError = "UnboundLocalError"
  case osError = "OSError"
  case fileNotFoundError = "FileNotFoundError"
  case runtimeError = "RuntimeError"
  case notImplementedError = "NotImplementedError"
  case recursionError = "RecursionError"
  case stopIteration = "StopIteration"
  case syntaxError = "SyntaxError"
  case indentationError = "IndentationError"
  case typeError = "TypeError"
  case ufuncTypeError = "UFuncTypeError"
  case dTypePromotionError = "DTypePromotionError"
  case valueError = "ValueError"
  case axisError = "AxisError"
  case linAlgError = "LinAlgError"
  case unicodeError = "UnicodeError"
  case warning = "Warning"
  case userWarning = "UserWarning"
  case runtimeWarning = "RuntimeWarning"
  case deprecationWarning = "DeprecationWarning"
  case systemExit = "SystemExit"
  /// The host ended the program; no `except` catches it.
  case keyboardInterrupt = "KeyboardInterrupt"
  /// A limit of the sandbox was reached; no `except` catches it.
  case limitError = "LimitError"

  /// Whether the program's own `except` can catch it.
  var canBeCaught: Bool { self != .limitError && self != .keyboardInterrupt }

  /// The classes that this one is derived from directly.
  var parents: [ExceptionType] {
    switch self {
    case .baseException, .limitError: []
    case .exception, .systemExit, .keyboardInterrupt: [.baseException]
    case .zeroDivisionError, .overflowError, .floatingPointError: [.arithmeticError]
    case .moduleNotFoundError: [.importError]
    case .indexError, .keyError: [.lookupError]
    case .unboundLocalError: [.nameError]
    case .fileNotFoundError: [.osError]
    case .notImplementedError, .recursionError: [.runtimeError]
    case .indentationError: [.syntaxError]
    case .axisError: [.valueError, .indexError]
    case .linAlgError, .unicodeError: [.valueError]
    case .ufuncTypeError, .dTypePromotionError: [.typeError]
    case .userWarning, .runtimeWarning, .deprecationWarning: [.warning]
    default: [.exception]
    }
  }

  /// Whether this class is `other` or derived from it.
  func isKind(of other: ExceptionType) -> Bool {
    self == other || parents.contains { $0.isKind(of: other) }
  }

  /// The name with its module, as a traceback shows it.
  var qualifiedName: String {
    switch self {
    case .axisError, .dTypePromotionError: "numpy.exceptions.\(rawValue)"
    case .linAlgError: "numpy.linalg.LinAlgError"
    case .ufuncTypeError: "numpy._core._exceptions.\(rawValue)"
    default: rawValue
    }
  }
}
