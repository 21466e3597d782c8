// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts

/// Runs programs in NumPy's notation.
///
/// The notation is the part of Python that array programs need, with Python's syntax and meaning,
/// and NumPy's names and printed text:
///
///     let interpreter = Interpreter { print($0, terminator: "") }
///     try interpreter.run("""
///       import numpy as np
///       album = np.array([10, 20, 30, 40, 50])
///       window = album[1:4]
///       window[0] = 999
///       print(album)
///       """)
///     // [ 10 999  30  40  50]
///
/// A program can neither harm nor see its host: it reaches no file, process or network, takes no
/// more steps and memory than `limits` allow, and whatever is wrong with it is thrown.
///
/// Variables stay from one program to the next, as in Python's prompt.
public final class Interpreter {
  package let machine: Machine

  /// Creates an interpreter without variables.
  ///
  /// - Parameters:
  ///   - limits: What each program may use.
  ///   - loader: Who finds and keeps arrays for `np.load` and `np.save`; without one they fail.
  ///   - output: What `print` writes is given to it, piece by piece.
  public init(
    limits: Limits = Limits(), loader: ArrayLoader? = nil, output: @escaping (String) -> Void
  ) {
    machine = Machine(limits, loader: loader, output: output)
  }

  /// Asked every few thousand steps whether the program may go on, with the steps it has taken.
  ///
  /// Where it answers false, the program ends with a `KeyboardInterrupt`, which no `except` catches.
  /// One operation on arrays is one step, however long it takes.
  public var supervisor: ((_ steps: Int) -> Bool)? {
    get { machine.supervisor }
    set { machine.supervisor = newValue }
  }

  /// Runs a program.
  ///
  /// - Throws: `NotationError` for an exception that the program does not catch, for text that is no
  ///   program, and where a limit is reached.
  public func run(_ source: Source) throws(NotationError) {
    do throws(Fault) { try machine.run(source) } catch { throw NotationError(error) }
  }

  /// Runs a program.
  ///
  /// - Throws: as `run(_:)` with a source.
  public func run(_ text: String) throws(NotationError) { try run(Source(text)) }

  /// The array that a global variable is bound to, or nil. Returns a view: memory is shared.
  public subscript(name: String) -> AnyNDArray? {
    get {
      guard let symbol = machine.symbols.existingNumber(of: name),
        let value = machine.global(symbol)
      else { return nil }
      switch value {
      case .array(let object): return object.array
      case .scalar(let object): return object.array
      default: return nil
      }
    }
    set {
      let symbol = machine.symbols.number(of: name)
      guard let newValue else {
        _ = machine.removeGlobal(symbol)
        return
      }
      machine.setGlobal(symbol, .array(machine.object(newValue)))
    }
  }

  /// Whether each expression statement writes its value, unless it is `None`, as at Python's prompt.
  public var showsValues: Bool {
    get { machine.showsValues }
    set { machine.showsValues = newValue }
  }

  /// The text that Python's prompt would show for the last expression statement; nil for `None`.
  public var lastValueText: String? {
    if case .none = machine.lastValue { return nil }
    return machine.repr(machine.lastValue)
  }
}

/// Who finds and keeps arrays for a program. The host decides what the names mean.
public protocol ArrayLoader: AnyObject {
  /// Returns the array of that name.
  func load(_ name: String) throws(ArrayError) -> AnyNDArray
  /// Keeps an array under a name.
  func save(_ array: AnyNDArray, as name: String) throws(ArrayError)
}
