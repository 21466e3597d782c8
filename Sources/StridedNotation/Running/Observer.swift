// SPDX-License-Identifier: Apache-2.0

package import StridedArrays
package import StridedMemory

/// Who is told what memory does while a program runs. All methods do nothing here.
///
/// A statement that consists of no others is one step: `begin`, what it does, `end`. A step can
/// hold the steps of functions that it calls.
package class Observer {
  package init() {}

  /// A statement starts.
  package func begin(_ statement: Statement, _ frame: Frame) {}
  /// A statement is over; `ledger` holds what it allocated and copied, with reasons. It is empty
  /// where the build keeps none. `failed` is true if an exception left it.
  package func end(_ statement: Statement, _ frame: Frame, _ ledger: Ledger, failed: Bool) {}
  /// An operation made an array over fresh memory.
  package func made(_ array: ArrayObject, by operation: String) {}
  /// An operation made a view.
  package func viewed(_ view: ArrayObject, of source: ArrayObject, by operation: String) {}
  /// An operation gave an array back as it is.
  package func same(_ array: ArrayObject, by operation: String) {}
  /// Elements were written through an array: those of `region`, a view of it (or all of them where
  /// indices picked them).
  package func wrote(through array: ArrayObject, _ region: AnyNDArray, by operation: String) {}
}

extension Machine {
  /// Executes a statement under the observer's eyes.
  func observed(_ statement: Statement, _ frame: Frame) throws(Fault) -> Flow {
    guard let observer else { return try statement.execute(frame) }
    observer.begin(statement, frame)
    var outcome: Result<Flow, Fault> = .success(.next)
    func attempt() {
      do throws(Fault) { outcome = .success(try statement.execute(frame)) } catch {
        outcome = .failure(error)
      }
    }
    #if $Embedded
      attempt()
      let ledger = Ledger()
    #else
      let ledger = withLedger { attempt() }.ledger
    #endif
    switch outcome {
    case .success(let flow):
      observer.end(statement, frame, ledger, failed: false)
      return flow
    case .failure(let fault):
      observer.end(statement, frame, ledger, failed: true)
      throw fault
    }
  }
}
