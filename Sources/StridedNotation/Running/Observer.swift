// SPDX-License-Identifier: Apache-2.0

package import StridedArrays

/// Who is told what memory does while a program runs. All methods do nothing here.
///
/// A step is a simple statement, or what the header of a compound one evaluates: `begin`, what it
/// does, `end`. A step can hold the steps of functions that it calls. A compound statement is
/// opened and closed around its steps. What an open ledger of the task holds when a method is
/// called, was allocated and copied since the call before.
package class Observer {
  /// A compound statement starts.
  package func open(_ statement: Statement, _ frame: Frame) {}
  /// A compound statement is over.
  package func close(_ statement: Statement, _ frame: Frame) {}
  /// A loop enters its body once more.
  package func turn(of statement: Statement, _ frame: Frame) {}
  /// A step starts.
  package func begin(_ statement: Statement, _ frame: Frame) {}
  /// A step is over; `fault` is the exception that left it.
  package func end(_ statement: Statement, _ frame: Frame, _ fault: Fault?) {}
  /// An operation made an array over fresh memory; of elements of `source` where it is a copy, and
  /// of those at `terms` where it is one of picked elements.
  package func made(
    _ array: ArrayObject, by operation: String, from source: ArrayObject?,
    at terms: [AdvancedIndex]
  ) {}
  /// An operation made a view.
  package func viewed(_ view: ArrayObject, of source: ArrayObject, by operation: String) {}
  /// An operation gave an array back as it is, or changed its shape or type in place.
  package func same(_ array: ArrayObject, by operation: String) {}
  /// Elements were written through an array: those of `region`, a view of it, or where they were
  /// `picked` some of those.
  package func wrote(
    through array: ArrayObject, _ region: AnyNDArray, by operation: String, picked: Bool
  ) {}
}

extension Observer {
  func wrote(through array: ArrayObject, _ region: AnyNDArray, by operation: String) {
    wrote(through: array, region, by: operation, picked: false)
  }
}

extension Machine {
  /// Executes a statement under the observer's eyes.
  func observed(_ statement: Statement, _ frame: Frame) throws(Fault) -> Flow {
    guard let observer else { return try statement.execute(frame) }
    guard !statement.isSimple else {
      return try header(of: statement, frame) { () throws(Fault) in try statement.execute(frame) }
    }
    observer.open(statement, frame)
    defer { observer.close(statement, frame) }
    return try statement.execute(frame)
  }

  /// Runs one step of a statement under the observer's eyes, if there is one.
  @inline(__always)
  func header<Result>(
    of statement: Statement, _ frame: Frame, _ body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard let observer else { return try body() }
    observer.begin(statement, frame)
    do throws(Fault) {
      let result = try body()
      observer.end(statement, frame, nil)
      return result
    } catch {
      observer.end(statement, frame, error)
      throw error
    }
  }
}
