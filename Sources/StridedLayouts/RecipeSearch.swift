// SPDX-License-Identifier: Apache-2.0

/// The search for the subscript that makes one layout from another.
///
/// First each axis of the view is matched with an axis of the base or taken as new, and each axis
/// of the base that is left is taken as indexed away; then the starts are chosen so that their sum
/// is the distance between the two offsets. Both steps try the likely choice first and go back.
struct RecipeSearch {
  /// What becomes of the axes, in the order of the terms.
  private enum Step {
    case new
    case index(baseAxis: Int)
    case slice(baseAxis: Int, step: Int, count: Int)
  }

  /// The start of one base axis: which ones are possible, and how far one moves the offset.
  private struct Unknown {
    var baseAxis: Int
    var stride: Int
    var low: Int
    var high: Int
    /// The least and most that this and all later unknowns add.
    var least = 0
    var most = 0
  }

  private let view: Layout
  private let base: Layout
  private var steps: [Step] = []
  private var starts: [Int]
  private var budget = 20_000

  init(view: Layout, base: Layout) {
    self.view = view
    self.base = base
    starts = Array(repeating: 0, count: base.rank)
  }

  /// Decides on the axes from these on; true once everything is decided.
  mutating func match(viewAxis: Int, baseAxis: Int) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    if viewAxis == view.rank, baseAxis == base.rank { return solveStarts() }
    let wanted = viewAxis < view.rank ? view.axes[viewAxis] : nil
    let given = baseAxis < base.rank ? base.axes[baseAxis] : nil
    // Of a length of 1 the stride tells where it came from: NumPy's new axes have stride 0.
    let isLikelyNew = wanted?.length == 1 && wanted?.stride == 0 && given?.stride != 0
    if isLikelyNew, attempt(.new, viewAxis + 1, baseAxis) { return true }
    if let wanted, let given, let step = step(wanted, given) {
      let slice = Step.slice(baseAxis: baseAxis, step: step, count: wanted.length)
      if attempt(slice, viewAxis + 1, baseAxis + 1) { return true }
    }
    // As many axes must stay as the view has, its new ones aside.
    if let given, given.length > 0 {
      if attempt(.index(baseAxis: baseAxis), viewAxis, baseAxis + 1) { return true }
    }
    if let wanted, wanted.length == 1, !isLikelyNew {
      return attempt(.new, viewAxis + 1, baseAxis)
    }
    return false
  }

  private mutating func attempt(_ step: Step, _ viewAxis: Int, _ baseAxis: Int) -> Bool {
    steps.append(step)
    if match(viewAxis: viewAxis, baseAxis: baseAxis) { return true }
    steps.removeLast()
    return false
  }

  /// The step with which a slice of `given` makes `wanted`, if there is one.
  private func step(_ wanted: Axis, _ given: Axis) -> Int? {
    guard wanted.length <= given.length else { return nil }
    // Without a second element strides tell nothing.
    guard wanted.length > 1, !view.isEmpty else { return 1 }
    var step = 1
    if given.stride == 0 || wanted.stride == 0 {
      guard given.stride == wanted.stride else { return nil }
    } else {
      let (quotient, isTooBig) = wanted.stride.dividedReportingOverflow(by: given.stride)
      guard !isTooBig, quotient &* given.stride == wanted.stride else { return nil }
      step = quotient
    }
    let (reach, isTooFar) = step.multipliedReportingOverflow(by: wanted.length - 1)
    return isTooFar || reach.magnitude >= given.length.magnitude ? nil : step
  }

  /// Chooses the starts so that the view's first element is where it is.
  private mutating func solveStarts() -> Bool {
    if view.isEmpty { return true }
    guard !base.isEmpty else { return false }
    var unknowns: [Unknown] = []
    for step in steps {
      switch step {
      case .new: break
      case .index(let axis):
        unknowns.append(unknown(axis, low: 0, high: base.axes[axis].length - 1))
      case .slice(let axis, let step, let count):
        let reach = step * (count - 1)
        let last = base.axes[axis].length - 1
        unknowns.append(
          unknown(axis, low: reach < 0 ? -reach : 0, high: reach > 0 ? last - reach : last))
      }
    }
    // The largest strides first: of a base without overlap, what they leave decides them.
    unknowns.sort { $0.stride.magnitude > $1.stride.magnitude }
    var least = 0
    var most = 0
    for i in unknowns.indices.reversed() {
      let low = unknowns[i].low &* unknowns[i].stride
      let high = unknowns[i].high &* unknowns[i].stride
      least &+= min(low, high)
      most &+= max(low, high)
      unknowns[i].least = least
      unknowns[i].most = most
    }
    let (distance, isTooFar) = view.offset.subtractingReportingOverflow(base.offset)
    return !isTooFar && solve(unknowns, 0, distance)
  }

  private func unknown(_ axis: Int, low: Int, high: Int) -> Unknown {
    let stride = base.axes[axis].length > 1 ? base.axes[axis].stride : 0
    return Unknown(baseAxis: axis, stride: stride, low: low, high: high)
  }

  /// Chooses the starts of `unknowns` from position `i` on, which must add `distance`.
  private mutating func solve(_ unknowns: [Unknown], _ i: Int, _ distance: Int) -> Bool {
    guard i < unknowns.count else { return distance == 0 }
    let unknown = unknowns[i]
    guard budget > 0, distance >= unknown.least, distance <= unknown.most else { return false }
    budget -= 1
    if unknown.stride == 0 {
      starts[unknown.baseAxis] = unknown.low
      return solve(unknowns, i + 1, distance)
    }
    // start * stride must lie between these for the rest to be able to add what is missing.
    let rest = i + 1 < unknowns.count ? unknowns[i + 1] : nil
    let low = distance &- (rest?.most ?? 0)
    let high = distance &- (rest?.least ?? 0)
    let isForward = unknown.stride > 0
    var start = max(
      unknown.low, Self.ceiling(isForward ? low : 0 &- high, isForward, unknown.stride))
    let end = min(
      unknown.high, Self.floor(isForward ? high : 0 &- low, isForward, unknown.stride))
    while start <= end, budget > 0 {
      if solve(unknowns, i + 1, distance &- start &* unknown.stride) {
        starts[unknown.baseAxis] = start
        return true
      }
      start += 1
    }
    return false
  }

  /// The least whole number that is at least `number` over the size of `stride`.
  private static func ceiling(_ number: Int, _ isForward: Bool, _ stride: Int) -> Int {
    let size = isForward ? stride : 0 &- stride
    guard size > 0 else { return 0 }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: size)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The largest whole number that is at most `number` over the size of `stride`.
  private static func floor(_ number: Int, _ isForward: Bool, _ stride: Int) -> Int {
    let size = isForward ? stride : 0 &- stride
    guard size > 0 else { return 0 }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: size)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The terms of what was found, in their shortest spelling.
  func terms() -> [AxisIndex] {
    var terms: [AxisIndex] = []
    for step in steps {
      switch step {
      case .new: terms.append(.newAxis)
      case .index(let axis): terms.append(.index(starts[axis]))
      case .slice(let axis, let step, let count):
        terms.append(.slice(slice(axis, step, count)))
      }
    }
    while terms.count > 1, terms.last == .slice(Slice()) { terms.removeLast() }
    // Integers alone would be an element, not a view.
    var isElement = true
    for term in terms {
      if case .index = term { continue }
      isElement = false
    }
    if isElement { terms.append(.ellipsis) }
    return terms
  }

  private func slice(_ axis: Int, _ step: Int, _ count: Int) -> Slice {
    let length = base.axes[axis].length
    let start = starts[axis]
    if count == 0 { return length == 0 ? Slice() : Slice(0, 0) }
    if step > 0 {
      let last = start + step * (count - 1)
      return Slice(start == 0 ? nil : start, length - last <= step ? nil : last + 1, step)
    }
    let last = start + step * (count - 1)
    return Slice(start == length - 1 ? nil : start, last + step < 0 ? nil : last - 1, step)
  }
}
