// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

/// What NumPy gave for random arrays, replayed: fresh and into arrays that share the operand's
/// memory.
@Suite struct RecordedReductionTests {
  @Test func allAreAsRecorded() throws {
    let cases = try RecordedCase.load("reductions.txt")
    #expect(cases.count > 1000)
    var faults = 0
    for item in cases where faults < 20 {
      let fault = try check(item)
      if let fault {
        faults += 1
        Issue.record("\(fault) in \(item.text)")
      }
    }
  }

  private func check(_ item: RecordedCase) throws -> String? {
    let a = try item.array()
    let got: AnyNDArray
    do throws(ArrayError) {
      got = try item.compute(a, into: nil)
    } catch {
      return item.result == nil ? nil : "throws \(error)"
    }
    if let fault = try item.fault(got, isExact: item.isExact) { return fault }
    guard item.takesTarget, got.count > 0 else { return nil }
    // The results as an array that starts in the middle of the operand's memory.
    let bytes = a.storage.byteCount
    let room = try AnyNDArray.zeros([bytes + got.byteCount + 64], .uint8)
    let moved = try AnyNDArray(storage: room.storage, layout: a.layout, dtype: a.dtype)
    room.storage.address.copyMemory(from: a.storage.address, byteCount: bytes)
    let place = bytes / 2 / 16 * 16
    let target = try AnyNDArray(
      storage: room.storage,
      layout: Layout.dense(shape: got.shape, itemSize: got.itemSize, order: .columnMajor)
        .advanced(by: place), dtype: got.dtype)
    do throws(ArrayError) {
      try item.compute(moved, into: target)
    } catch { return "into: throws \(error)" }
    return try item.withoutStrides.fault(target, isExact: item.isExact).map { "into: " + $0 }
  }
}

extension RecordedCase {
  var withoutStrides: RecordedCase {
    var copy = self
    copy.result?.strides = nil
    return copy
  }

  /// Whether nothing is rounded on the way.
  var isExact: Bool {
    [
      "min", "max", "nanmin", "nanmax", "any", "all", "count_nonzero", "argmin", "argmax",
      "cummin", "cummax", "sort", "argsort", "unique", "histogram", "bincount", "digitize",
      "uniqueaxis", "inverse", "counts",
    ].contains(operation)
  }

  var takesTarget: Bool {
    ![
      "diff", "unique", "histogram", "edges", "bincount", "digitize", "uniqueaxis", "inverse",
      "counts",
    ].contains(operation)
  }

  @discardableResult
  func compute(_ a: AnyNDArray, into target: AnyNDArray?) throws(ArrayError) -> AnyNDArray {
    let mask: AnyNDArray?
    do { mask = try self.mask() } catch { throw ArrayError(.value, "no mask: \(error)") }
    let initial = number("i").map { NDArray(scalar: $0).erased }
    let (axes, keep, correction) = (axes, keepsAxes, number("d") ?? 0)
    switch operation {
    case "sum", "nansum":
      return try a.sum(
        axes: axes, keepingAxes: keep, initial: initial, where: mask,
        ignoringNaN: operation == "nansum", into: target)
    case "prod", "nanprod":
      return try a.product(
        axes: axes, keepingAxes: keep, initial: initial, where: mask,
        ignoringNaN: operation == "nanprod", into: target)
    case "min", "nanmin":
      return try a.min(
        axes: axes, keepingAxes: keep, initial: initial, where: mask,
        ignoringNaN: operation == "nanmin", into: target)
    case "max", "nanmax":
      return try a.max(
        axes: axes, keepingAxes: keep, initial: initial, where: mask,
        ignoringNaN: operation == "nanmax", into: target)
    case "any": return try a.any(axes: axes, keepingAxes: keep, where: mask, into: target)
    case "all": return try a.all(axes: axes, keepingAxes: keep, where: mask, into: target)
    case "count_nonzero": return try a.countNonzero(axes: axes, keepingAxes: keep, into: target)
    case "mean", "nanmean":
      return try a.mean(
        axes: axes, keepingAxes: keep, where: mask, ignoringNaN: operation == "nanmean",
        into: target)
    case "var", "nanvar":
      return try a.variance(
        axes: axes, keepingAxes: keep, correction: correction, where: mask,
        ignoringNaN: operation == "nanvar", into: target)
    case "std", "nanstd":
      return try a.standardDeviation(
        axes: axes, keepingAxes: keep, correction: correction, where: mask,
        ignoringNaN: operation == "nanstd", into: target)
    case "argmin": return try a.argmin(axis: axes?.first, keepingAxes: keep, into: target)
    case "argmax": return try a.argmax(axis: axes?.first, keepingAxes: keep, into: target)
    case "ptp": return try a.peakToPeak(axes: axes, keepingAxes: keep, into: target)
    case "cumsum", "nancumsum":
      return try a.cumulativeSum(
        axis: axes?.first, ignoringNaN: operation == "nancumsum", into: target)
    case "cumprod", "nancumprod":
      return try a.cumulativeProduct(
        axis: axes?.first, ignoringNaN: operation == "nancumprod", into: target)
    case "cummin": return try a.cumulativeMin(axis: axes?.first, into: target)
    case "cummax": return try a.cumulativeMax(axis: axes?.first, into: target)
    case "diff": return try a.differences(order: number("n") ?? 1, axis: axes?.first ?? -1)
    case "sort": return try a.sorted(axis: axes?.first, into: target)
    case "argsort": return try a.argsort(axis: axes?.first, into: target)
    case "median", "nanmedian":
      return try a.median(
        axes: axes, keepingAxes: keep, ignoringNaN: operation == "nanmedian",
        into: target)
    case "quantile":
      return try a.quantile(
        Double(number("q") ?? 0) / 100, axes: axes, keepingAxes: keep,
        method: QuantileMethod.allCases[number("m") ?? 0], into: target)
    case "unique": return try a.unique()
    case "histogram": return try histogram(a).counts
    case "edges": return try histogram(a).edges
    case "bincount": return try a.bincount()
    case "digitize": return try a.digitize(RecordedCase.edges)
    case "uniqueaxis": return try a.unique(axis: axes?.first ?? 0)
    case "inverse": return try a.uniqueElements(axis: axes?.first ?? 0).inverse
    case "counts": return try a.uniqueElements(axis: axes?.first ?? 0).counts
    default: throw ArrayError(.value, "no operation \(operation)")
    }
  }

  static var edges: AnyNDArray { NDArray([-3, -1, 0, 1, 1, 4]).erased }

  private func histogram(_ a: AnyNDArray) throws(ArrayError) -> Histogram {
    let bins: HistogramBins =
      if extra == "e" { .edges(RecordedCase.edges) } else if let rule = number("r") {
        .rule(BinRule.allCases[rule])
      } else { .count(number("h") ?? 1) }
    return try a.histogram(bins: bins, range: extra.hasSuffix("g") ? -2...3 : nil)
  }
}
