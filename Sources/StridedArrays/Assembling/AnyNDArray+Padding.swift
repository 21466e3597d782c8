// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  func padded(
    _ widths: [PadWidth], _ padding: Padding, _ values: AnyNDArray?, _ target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    if let target, target.overlapsItself {
      return try padded(widths, padding, values, nil).delivered(into: target)
    }
    let widths = try perAxis(widths)
    let shape = try paddedShape(widths, padding)
    let lengths = try statisticLengths(padding)
    // The values may lie in the target: they are read before it is written.
    let ends = try marginValues(values, padding)
    let isColumnMajor = isContiguous(.columnMajor) && !isContiguous(.rowMajor)
    var assembly = try Assembly(
      shape: shape, dtype, order: isColumnMajor ? .columnMajor : .rowMajor)
    let center = zip(self.shape, widths).map { $1.before..<($1.before + $0) }
    assembly.add(self) { (layout) throws(ArrayError) in
      var place = layout
      for (axis, range) in center.enumerated() { place = try place.part(axis, range) }
      return place
    }
    let result = try assembly.written(to: target)
    // The centre is there from here on: the margins read only what has been written.
    guard !result.layout.isEmpty else { return result }
    for axis in 0..<rank where widths[axis] != PadWidth(0, 0) {
      var lines = result
      for later in (axis + 1)..<Swift.max(rank, axis + 1) {
        lines = try lines.part(later, center[later])
      }
      try lines.pad(axis, center[axis], padding, ends?[axis], lengths[axis])
    }
    return result
  }

  private func perAxis(_ widths: [PadWidth]) throws(ArrayError) -> [PadWidth] {
    let all = widths.count == 1 ? Array(repeating: widths[0], count: rank) : widths
    guard all.count == rank else {
      throw ArrayError(
        .value, "\(widths.count) widths do not fit the shape \(shape); give one an axis, or one")
    }
    for (axis, width) in all.enumerated() where width.before < 0 || width.after < 0 {
      throw ArrayError(.value, "index can't contain negative values", axis: axis)
    }
    return all
  }

  private func paddedShape(
    _ widths: [PadWidth], _ padding: Padding
  ) throws(ArrayError) -> [Int] {
    var padded: [Int] = []
    for (axis, width) in widths.enumerated() {
      let (sum, isLong) = shape[axis].addingReportingOverflow(width.before)
      let (length, isTooLong) = sum.addingReportingOverflow(width.after)
      guard !isLong, !isTooLong else {
        throw ArrayError(.value, "the padded axis \(axis) is too long", axis: axis)
      }
      guard !padding.needsElements || shape[axis] > 0 || length == 0 else {
        throw ArrayError(
          .value,
          "can't extend empty axis \(axis) using modes other than 'constant' or 'empty'",
          axis: axis)
      }
      padded.append(length)
    }
    return padded
  }

  /// How many elements at either end of each axis a statistic is made of.
  private func statisticLengths(_ padding: Padding) throws(ArrayError) -> [PadWidth] {
    guard case .statistic(let statistic) = padding.mode else {
      return shape.map { PadWidth($0) }
    }
    guard dtype.isNumber else {
      throw ArrayError(.type, "records have no arithmetic; pad with their values")
    }
    var lengths = try perAxis(padding.lengths ?? [PadWidth(.max)])
    for axis in lengths.indices where layout.axes[axis].length > 0 {
      lengths[axis].before = Swift.min(lengths[axis].before, layout.axes[axis].length)
      lengths[axis].after = Swift.min(lengths[axis].after, layout.axes[axis].length)
      let isNothing = lengths[axis].before == 0 || lengths[axis].after == 0
      let hasNaN = dtype.isFloat || dtype.isComplex
      guard !isNothing || hasNaN && (statistic == .mean || statistic == .median) else {
        throw ArrayError(.value, "stat_length of 0 yields no value for padding", axis: axis)
      }
    }
    return lengths
  }

  /// The values at both ends of each axis, as arrays of rank 0.
  private func marginValues(
    _ values: AnyNDArray?, _ padding: Padding
  ) throws(ArrayError) -> [(before: AnyNDArray, after: AnyNDArray)]? {
    switch padding.mode {
    case .constant: break
    case .ramp, .mirror(_, isOdd: true):
      guard dtype.isNumber else {
        throw ArrayError(.type, "records have no arithmetic; pad with their values")
      }
      guard padding.mode == .ramp else { return nil }
    default: return nil
    }
    var given = values
    if given == nil { given = try AnyNDArray.zero(dtype) }
    guard let given else { return nil }
    let isPair = given.rank < 3 && given.count == 2 && given.shape != [2, 1]
    let shape = given.count == 1 ? [] : isPair ? [2] : given.shape
    let flat = try given.copied(.rowMajor, because: .explicit, operation: "padded").reshaped(shape)
    let table: AnyNDArray
    do throws(ArrayError) {
      table = try flat.broadcast(to: [rank, 2])
    } catch {
      throw ArrayError(
        .value,
        "values of the shape \(given.shape) do not fit the margins of \(rank) axes; give one, "
          + "two, or two an axis",
        operand: "values", shapes: [given.shape])
    }
    var ends: [(before: AnyNDArray, after: AnyNDArray)] = []
    for axis in 0..<rank {
      ends.append(
        (
          before: try table.view(at: [.index(axis), .index(0)]),
          after: try table.view(at: [.index(axis), .index(1)])
        ))
    }
    return ends
  }

  /// Fills the margins of an axis from `center`, the part of it that has been filled.
  private func pad(
    _ axis: Int, _ center: Range<Int>, _ padding: Padding,
    _ ends: (before: AnyNDArray, after: AnyNDArray)?, _ lengths: PadWidth
  ) throws(ArrayError) {
    let margins = [0..<center.lowerBound, center.upperBound..<shape[axis]]
    switch padding.mode {
    case .nothing: return
    case .constant:
      guard let ends else { return }
      try part(axis, margins[0]).assign(from: ends.before)
      try part(axis, margins[1]).assign(from: ends.after)
    case .ramp:
      guard let ends else { return }
      try part(axis, margins[0]).assign(
        from: part(axis, center.prefix(1)).ramp(axis, from: ends.before, margins[0].count))
      try part(axis, margins[1]).flipped(axis: axis).assign(
        from: part(axis, center.suffix(1)).ramp(axis, from: ends.after, margins[1].count))
    case .statistic(let statistic):
      let before = try part(axis, center.prefix(lengths.before)).statistic(statistic, axis)
      let isSame = lengths == PadWidth(center.count)
      let after =
        try isSame
        ? before : part(axis, center.suffix(lengths.after)).statistic(statistic, axis)
      try part(axis, margins[0]).assign(from: before)
      try part(axis, margins[1]).assign(from: after)
    case .edge: try padEdges(axis, center, margins)
    case .mirror where center.count == 1:
      // A single element mirrored at itself is itself.
      try padEdges(axis, center, margins)
    case .mirror(let repeatsEdge, isOdd: true): try padOddly(axis, center, repeatsEdge)
    case .mirror(let repeatsEdge, isOdd: false):
      let length = center.count
      // In a period of reflections the edges stand once, in one of symmetries twice.
      let period = 2 * length - (repeatsEdge ? 0 : 2)
      try padRuns(axis, center, margins, period: period)
    case .wrap: try padRuns(axis, center, margins, period: center.count)
    }
  }

  private func padEdges(
    _ axis: Int, _ center: Range<Int>, _ margins: [Range<Int>]
  ) throws(ArrayError) {
    for (margin, edge) in zip(margins, [center.prefix(1), center.suffix(1)]) where !margin.isEmpty {
      try part(axis, margin).assign(from: part(axis, edge))
    }
  }

  /// Fills margins with stretches of the centre, which repeats for ever, forwards and, in a period
  /// longer than itself, backwards.
  private func padRuns(
    _ axis: Int, _ center: Range<Int>, _ margins: [Range<Int>], period: Int
  ) throws(ArrayError) {
    let length = center.count
    for margin in margins {
      var position = margin.lowerBound
      while position < margin.upperBound {
        let distance = (position - center.lowerBound) % period
        let phase = distance < 0 ? distance + period : distance
        let isBackward = phase >= length
        let count = Swift.min(
          (isBackward ? period : length) - phase, margin.upperBound - position)
        // Backwards from the edge element, or the one before it where that is not repeated.
        let skipped = 2 * length - period
        let last = center.lowerBound + 2 * length - 1 - phase - skipped / 2
        let first = center.lowerBound + phase
        let source = try part(
          axis, isBackward ? (last - count + 1)..<(last + 1) : first..<(first + count))
        try part(axis, position..<(position + count)).assign(
          from: isBackward ? source.flipped(axes: [axis]) : source)
        position += count
      }
    }
  }

  /// Fills margins with what is next to them, mirrored and turned upside down, again and again.
  private func padOddly(
    _ axis: Int, _ center: Range<Int>, _ repeatsEdge: Bool
  ) throws(ArrayError) {
    let original = center.count
    var filled = center
    while filled != 0..<shape[axis] {
      // Only whole repetitions of the original part are mirrored.
      let old =
        repeatsEdge
        ? filled.count / original * original
        : (filled.count - 1) / (original - 1) * (original - 1)
      let skipped = repeatsEdge ? 0 : 1
      let (low, high) = (filled.lowerBound, filled.upperBound)
      let before = Swift.min(old, low)
      try part(axis, (low - before)..<low).assign(
        from: part(axis, (low + skipped)..<(low + skipped + before))
          .turned(at: part(axis, low..<(low + 1)), axis))
      let after = Swift.min(old, shape[axis] - high)
      try part(axis, high..<(high + after)).assign(
        from: part(axis, (high - skipped - after)..<(high - skipped))
          .turned(at: part(axis, (high - 1)..<high), axis))
      filled = (low - before)..<(high + after)
    }
  }

  /// Twice the edge minus the elements, in reverse.
  private func turned(at edge: AnyNDArray, _ axis: Int) throws(ArrayError) -> AnyNDArray {
    // Truth values have no difference; those of integers are cast back.
    let type = dtype.kind == .bool ? DType.int64 : dtype
    let two = try NDArray(scalar: 2).erased.cast(to: type)
    let twice = try AnyNDArray.apply(.multiply, edge, two)
    return try AnyNDArray.apply(.subtract, twice, flipped(axis: axis).cast(to: type))
  }
}
