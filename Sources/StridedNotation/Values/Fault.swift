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
    self.init(Fault.type(of: error.kind), Fault.message(of: error))
  }

  /// The message in NumPy's words, without what the library adds to them.
  private static func message(of error: ArrayError) -> String {
    let message = error.message
    if error.kind == .index, let index = error.index, let bound = error.bound,
      message.hasPrefix("index \(index) is out of bounds for a")
    {
      return "index \(index) is out of bounds for axis \(error.axis ?? 0) with size \(bound)"
    }
    if message.hasPrefix("assignment destination is read-only") {
      return "assignment destination is read-only"
    }
    if message.hasPrefix("shape mismatch") { return tupled(message) }
    for (start, end) in [
      ("To change to a dtype of a different size, the last axis must be contiguous", ""),
      (
        "When changing to a larger dtype, its size must be a divisor of the total size in bytes of "
          + "the last axis of the array", "."
      ),
      (
        "When changing to a smaller dtype, its size must be a divisor of the size of original dtype",
        ""
      ),
    ] where message.hasPrefix(start) { return start + end }
    return message
  }

  /// A message with shapes written as NumPy writes tuples.
  private static func tupled(_ message: String) -> String {
    var result = ""
    var inside = ""
    var isInside = false
    for character in message.unicodeScalars {
      if character == "[" {
        (isInside, inside) = (true, "")
      } else if character == "]", isInside {
        isInside = false
        let isOne = !inside.isEmpty && !inside.utf8.contains(UInt8(ascii: ","))
        result += "(" + inside.replacing(", ", with: ",") + (isOne ? ",)" : ")")
      } else if isInside {
        inside.unicodeScalars.append(character)
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return isInside ? result + "[" + inside : result
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
      // Of a deep recursion the innermost places and the outermost one are enough.
      if exception.trace.count >= 50 { exception.trace.removeLast() }
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
