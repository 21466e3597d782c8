// SPDX-License-Identifier: Apache-2.0

package import StridedArrays
internal import StridedMemory

/// What runs programs: the global variables, the names of NumPy and Python, and the limits.
package final class Machine {
  package let symbols = Symbols()
  let registry = Registry()
  let limits: Limits
  /// Where `print` writes.
  var output: (String) -> Void
  /// Who looks up and stores arrays for `np.load` and `np.save`; nil where nothing may.
  var loader: ArrayLoader?
  package var observer: Observer?

  private var globals: [Value?] = []
  private var builtins: [Value?] = []
  /// The steps before somebody looks in.
  private var stepsLeft = 0
  /// The steps after those.
  private var stepsInReserve: Int
  /// Asked every so many steps whether to go on, with the steps taken so far.
  var supervisor: ((_ steps: Int) -> Bool)?
  /// How many calls are running.
  var callDepth = 0
  /// Where the stack was when the program started.
  private var stackStart = 0
  /// What the program's arrays hold.
  var memory = MemoryCount()
  /// The calls of functions that are running, the innermost last.
  var frames: [Frame] = []
  /// How arrays are printed.
  package var printOptions = PrintOptions.standard
  /// The exception that an `except` block is handling.
  var handledException: ExceptionObject?
  /// The value of the last expression statement of the program itself.
  var lastValue = Value.none
  /// Whether the values of the program's expression statements are written.
  var showsValues = false

  init(_ limits: Limits, loader: ArrayLoader?, output: @escaping (String) -> Void) {
    self.limits = limits
    self.loader = loader
    self.output = output
    stepsInReserve = limits.steps
  }

  /// Parses and runs a program; its variables stay for the next one.
  func run(_ source: Source) throws(Fault) {
    var parser = try Parser(source, symbols)
    let (code, body) = try parser.program()
    globals += Array(repeating: nil, count: max(0, symbols.names.count - globals.count))
    builtins += Array(repeating: nil, count: max(0, symbols.names.count - builtins.count))
    (stepsLeft, stepsInReserve) = (0, limits.steps)
    callDepth = 0
    frames = []
    memory.limit = limits.bytes
    lastValue = .none
    stackStart = Machine.stackPosition()
    _ = try body.execute(Frame(self, code))
  }

  /// Takes the value of an expression statement of the program.
  func note(_ value: Value) {
    guard showsValues else {
      lastValue = value
      return
    }
    // A prompt must not keep alive what it has shown.
    if case .none = value { return }
    output(repr(value) + "\n")
  }

  // MARK: Limits

  /// The steps between two looks of the supervisor.
  private static let stepsPerLook = 4096

  /// Counts a step.
  @inline(__always)
  func step() throws(Fault) {
    stepsLeft &-= 1
    if stepsLeft < 0 { try charge(items: 1) }
  }

  /// Counts the steps of making so many items at once.
  func charge(items: Int) throws(Fault) {
    let left = max(0, stepsLeft)
    // The steps stay used up, so that a `finally` can't go on for ever.
    guard items >= 0, items <= left + stepsInReserve else {
      throw Fault(
        .limitError, "the program took more than the \(limits.steps) steps that it may take")
    }
    if items <= left {
      stepsLeft = left - items
      return
    }
    stepsInReserve -= items - left
    stepsLeft = min(stepsInReserve, Self.stepsPerLook)
    stepsInReserve -= stepsLeft
    guard let supervisor else { return }
    if !supervisor(limits.steps - stepsInReserve - stepsLeft) {
      throw Fault(.keyboardInterrupt, "")
    }
  }

  /// Counts the steps of making so many bytes of text.
  func charge(bytes: Int) throws(Fault) { try charge(items: bytes / 4) }

  /// Runs `body` one call deeper.
  @inline(__always)
  func deeper<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    guard callDepth < limits.recursion, stackUse < limits.stackBytes else {
      throw Fault(.recursionError, "maximum recursion depth exceeded")
    }
    callDepth += 1
    defer { callDepth -= 1 }
    return try body()
  }

  private var stackUse: Int { abs(stackStart - Machine.stackPosition()) }

  @inline(never)
  private static func stackPosition() -> Int {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { Int(bitPattern: $0) }
  }

  // MARK: Variables

  @inline(__always)
  func global(_ symbol: Int) -> Value? {
    if symbol < globals.count, let value = globals[symbol] { return value }
    return builtin(symbol)
  }

  private func builtin(_ symbol: Int) -> Value? {
    if symbol < builtins.count, let value = builtins[symbol] { return value }
    guard let value = registry.builtins.members[symbols.names[symbol]] else { return nil }
    if symbol < builtins.count { builtins[symbol] = value }
    return value
  }

  @inline(__always)
  func setGlobal(_ symbol: Int, _ value: Value) {
    if symbol >= globals.count {
      globals += Array(repeating: nil, count: symbol + 1 - globals.count)
    }
    globals[symbol] = value
  }

  func removeGlobal(_ symbol: Int) -> Bool {
    guard symbol < globals.count, globals[symbol] != nil else { return false }
    globals[symbol] = nil
    return true
  }

  /// The global variables in the order in which the programs named them, without those of
  /// comprehensions.
  package var variables: [(name: String, value: Value)] {
    var list: [(String, Value)] = []
    for (symbol, value) in globals.enumerated() {
      guard let value, !symbols.names[symbol].utf8.contains(UInt8(ascii: "@")) else { continue }
      list.append((symbols.names[symbol], value))
    }
    return list
  }

  /// What an unknown name might have been meant to be.
  func hint(for name: String) -> String {
    if registry.numpy.members[name] != nil { return ". Did you mean: 'np.\(name)'?" }
    let known = variables.map(\.name) + registry.builtins.members.keys.sorted()
    guard let nearest = Spelling.nearest(to: name, among: known) else { return "" }
    return ". Did you mean: '\(nearest)'?"
  }

  /// Takes apart what reaches itself, which would otherwise never be released.
  deinit {
    var seen: Set<ObjectIdentifier> = []
    var heap: [Container] = []
    for value in globals { if let value { heap.append(value) } }
    globals = []
    while let container = heap.popLast() {
      // Arrays hold only their owners, and a host may hold them longer.
      guard !(container is ArrayObject), seen.insert(ObjectIdentifier(container)).inserted
      else { continue }
      container.surrender(to: &heap)
    }
  }
}
