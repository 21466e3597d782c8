// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// An exception on its way through the program.
package struct Fault: Error, @unchecked Sendable {
  package let exception: ExceptionObject

  init(_ exception: ExceptionObject) { self.exception = exception }

  /// Creates an exception of a class with a message.
  package init(_ type: ExceptionType, _ message: String) {
    self.init(ExceptionObject(type, arguments: [.text(message)]))
  }

  init(_ type: ExceptionType, _ message: String, _ source: Source, _ span: Span) {
    self.init(type, message)
    exception.trace.append(TracePoint(source: source, span: span, function: nil))
  }

  /// Creates the exception that NumPy raises for an error of the library.
  init(_ error: ArrayError) {
    self.init(Fault.type(of: error.kind), error.message)
  }

  private static func type(of kind: ArrayError.Kind) -> ExceptionType {
    switch kind {
    case .index: .indexError
    case .value, .readOnly, .format: .valueError
    case .type: .typeError
    case .axis: .axisError
    case .memory: .memoryError
    case .system: .osError
    }
  }

  /// The same fault with the place where it happened, unless a place inside it is known.
  func at(_ span: Span, in frame: Frame) -> Fault {
    if exception.needsPlace {
      exception.needsPlace = false
      exception.trace.append(
        TracePoint(source: frame.code.source, span: span, function: frame.code.name))
    }
    return self
  }
}

/// A place that an exception passed.
package struct TracePoint {
  package let source: Source
  package let span: Span
  /// The function that ran there; nil for the program itself.
  package let function: String?
}

/// An exception as a value.
package final class ExceptionObject: Container {
  package let type: ExceptionType
  package var arguments: [Value]
  /// The places it passed, innermost first.
  package var trace: [TracePoint] = []
  /// Whether the next node that it passes is where it happened in this frame.
  var needsPlace = true

  init(_ type: ExceptionType, arguments: [Value]) {
    self.type = type
    self.arguments = arguments
  }

  /// The message, as `str` gives it.
  package var message: String {
    switch arguments.count {
    case 0: return ""
    case 1:
      if type == .keyError { return Printer.repr(arguments[0]) }
      return Printer.str(arguments[0])
    default: return Printer.repr(.tuple(TupleObject(arguments)))
    }
  }

  override func surrender(to heap: inout [Container]) {
    for value in arguments { heap.append(value) }
    arguments = []
  }
}

/// Runs an operation of the library, whose errors become exceptions.
@inline(__always)
func lifted<Result>(_ body: () throws(ArrayError) -> Result) throws(Fault) -> Result {
  do throws(ArrayError) { return try body() } catch { throw Fault(error) }
}
