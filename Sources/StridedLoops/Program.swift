// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
public import StridedLayouts
public import StridedMemory

/// Operations that are computed one after the other for a block of elements before the next block
/// begins, so that what lies between them stays in the first-level cache.
///
/// Each kernel computes what it would for the whole arrays.
public struct Program: Sendable {
  /// The most arrays that one walk reads.
  public static let mostInputs = 4

  enum Place {
    case input(Int), item(Int), step(Int)
  }

  struct Step {
    let kernel: strided_kernel
    let kind: DType.Kind
    let a: Place
    let b: Place?
  }

  // Invariants: steps read earlier steps only; `last` is the result, of `kind`.
  private(set) var steps: [Step] = []
  /// The numbers that take part, in 16 bytes each.
  private(set) var items: [(UInt64, UInt64)] = []
  private var last: Place
  private var kind: DType.Kind

  /// The type of the results.
  public var result: DType { DType(number: kind) }

  /// Creates the program that gives the elements of input `number` back.
  public init(input number: Int, _ dtype: DType) {
    last = .input(number)
    kind = dtype.kind
  }

  /// Adds an operation on the results.
  public mutating func append(_ operation: UnaryOperation) throws(ArrayError) {
    let types = try operation.signature(result)
    append(types, convert(last, kind, to: types.kinds[1]), nil)
  }

  /// Adds an operation on the results and those of another program, whose inputs are renumbered.
  public mutating func append(
    _ operation: BinaryOperation, _ other: Program, inputs numbers: [Int]
  ) throws(ArrayError) {
    let types = try operation.signature(result, other.result)
    let (steps, items) = (steps.count, self.items.count)
    func moved(_ place: Place) -> Place {
      switch place {
      case .input(let number): .input(numbers[number])
      case .item(let number): .item(number + items)
      case .step(let number): .step(number + steps)
      }
    }
    for step in other.steps {
      self.steps.append(
        Step(kernel: step.kernel, kind: step.kind, a: moved(step.a), b: step.b.map(moved)))
    }
    self.items += other.items
    append(types, (last, kind), (moved(other.last), other.kind))
  }

  /// Adds an operation on the results and a number, 16 bytes of memory of type `dtype`; the number
  /// comes first if so.
  public mutating func append(
    _ operation: BinaryOperation, item: (UInt64, UInt64), _ dtype: DType, isExchanged: Bool
  ) throws(ArrayError) {
    let types =
      try isExchanged
      ? operation.signature(dtype, result) : operation.signature(result, dtype)
    items.append(item)
    let number = (Place.item(items.count - 1), dtype.kind)
    isExchanged ? append(types, number, (last, kind)) : append(types, (last, kind), number)
  }

  private mutating func append(
    _ types: Signature, _ a: (Place, DType.Kind), _ b: (Place, DType.Kind)
  ) {
    let (x, y) = types.isExchanged ? (b, a) : (a, b)
    append(
      types, convert(x.0, x.1, to: types.kinds[1]), convert(y.0, y.1, to: types.kinds[2]))
  }

  private mutating func append(_ types: Signature, _ a: Place, _ b: Place?) {
    steps.append(Step(kernel: types.kernel, kind: types.kinds[0], a: a, b: b))
    (last, kind) = (.step(steps.count - 1), types.kinds[0])
  }

  /// Where the elements at `place` are as another kind.
  private mutating func convert(
    _ place: Place, _ kind: DType.Kind, to other: DType.Kind
  ) -> Place {
    guard kind != other, let cast = strided_cast_kernel(kind.code, other.code) else { return place }
    steps.append(Step(kernel: cast, kind: other, a: place, b: nil))
    return .step(steps.count - 1)
  }

  /// The program ready to run.
  func finished() -> BlockProgram {
    var program = self
    if program.steps.isEmpty, let copy = strided_copy_kernel(CInt(DType.size(of: kind))) {
      program.steps.append(Step(kernel: copy, kind: kind, a: last, b: nil))
    }
    return BlockProgram(program)
  }
}

/// A program whose intermediate results have their places.
struct BlockProgram {
  private let steps: [Program.Step]
  private let items: [(UInt64, UInt64)]
  /// The register of each step's results.
  private var registers: [Int] = []
  private var registerCount = 0

  init(_ program: Program) {
    steps = program.steps
    items = program.items
    var lastUse = Array(0..<steps.count)
    for (i, step) in steps.enumerated() {
      for case .step(let used)? in [step.a, step.b] { lastUse[used] = i }
    }
    // Results may take the place of an input that nobody reads again, if their sizes are equal: a
    // kernel takes equal operands, but none that share bytes otherwise.
    var owners: [Int] = []
    for (i, step) in steps.enumerated() {
      let size = DType.size(of: step.kind)
      let free = owners.indices.first {
        let owner = owners[$0]
        return lastUse[owner] < i
          || (lastUse[owner] == i && DType.size(of: steps[owner].kind) == size)
      }
      if let free {
        owners[free] = i
      } else {
        owners.append(i)
      }
      registers.append(free ?? owners.count - 1)
    }
    registerCount = owners.count
  }

  /// The size of the largest elements on the way.
  var widest: Int { steps.reduce(1) { max($0, DType.size(of: $1.kind)) } }

  /// The bytes of room for blocks of `length` elements.
  func roomBytes(_ length: Int) -> Int { (items.count + registerCount * length) * 16 }

  /// Puts the numbers where the kernels read them.
  func prepare(_ room: UnsafeMutablePointer<CChar>) {
    let words = UnsafeMutableRawPointer(room)
    for (i, item) in items.enumerated() {
      words.storeBytes(of: item.0, toByteOffset: 16 * i, as: UInt64.self)
      words.storeBytes(of: item.1, toByteOffset: 16 * i + 8, as: UInt64.self)
    }
  }

  /// Computes a block of `n0` rows of `n1` elements, at most `length`.
  func run<let N: Int>(
    _ n0: Int, _ n1: Int, _ p: InlineArray<N, UnsafeMutablePointer<CChar>>,
    _ s0: InlineArray<N, Int>, _ s1: InlineArray<N, Int>,
    _ room: UnsafeMutablePointer<CChar>, length: Int
  ) {
    typealias Run = (at: UnsafeMutablePointer<CChar>, s0: Int, s1: Int)
    func run(of place: Program.Place) -> Run {
      switch place {
      case .input(let k): return (p[k + 1], s0[k + 1], s1[k + 1])
      case .item(let k): return (room + 16 * k, 0, 0)
      case .step(let i):
        let size = DType.size(of: steps[i].kind)
        return (room + 16 * (items.count + registers[i] * length), n1 * size, size)
      }
    }
    for i in 0..<steps.count {
      let step = steps[i]
      let o: Run = i == steps.count - 1 ? (p[0], s0[0], s1[0]) : run(of: .step(i))
      let a = run(of: step.a)
      if let b = step.b.map(run(of:)) {
        invoke(step.kernel, n0, n1, [o.at, a.at, b.at], [o.s0, a.s0, b.s0], [o.s1, a.s1, b.s1])
      } else {
        invoke(step.kernel, n0, n1, [o.at, a.at], [o.s0, a.s0], [o.s1, a.s1])
      }
    }
  }
}

/// What computes a block: one kernel, or several in a row.
enum Computing {
  case kernel(strided_kernel)
  case program(BlockProgram)
}

extension Loops {
  /// Writes the results of a program into `target`. O(n).
  ///
  /// - Precondition: There are one to `Program.mostInputs` inputs.
  /// - Throws: as `apply`.
  public static func run(
    _ program: Program, into target: Operand, _ inputs: [Operand]
  ) throws(ArrayError) {
    switch inputs.count {
    case 1: try run(program, [target, inputs[0]])
    case 2: try run(program, [target, inputs[0], inputs[1]])
    case 3: try run(program, [target, inputs[0], inputs[1], inputs[2]])
    default: try run(program, [target, inputs[0], inputs[1], inputs[2], inputs[3]])
    }
  }

  private static func run<let N: Int>(
    _ program: Program, _ operands: InlineArray<N, Operand>
  ) throws(ArrayError) {
    var plan = Plan<N>(target: operands[0])
    for k in 1..<N { try plan.attach(k, operands[k]) }
    guard !plan.isEmpty else { return }
    var sizes = InlineArray<N, Int>(repeating: 0)
    for k in 0..<N { sizes[k] = operands[k].dtype.itemSize }
    let safety = try plan.order(itemSizes: sizes, results: 1)
    defer { safety.release() }
    var stages = InlineArray<N, Stage?>(repeating: nil)
    stages[0] = .result(operands[0].dtype, from: program.result.kind)
    for k in 1..<N {
      let dtype = operands[k].dtype
      stages[k] = .input(dtype, as: dtype.kind, isHazardous: safety.isHazardous[k])
    }
    try plan.run(.program(program.finished()), stages: stages, itemSizes: sizes, safety: safety)
  }
}
