// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// The median of all elements, or the medians along axes.
  ///
  /// The mean of the two middle ones of an even number. Types are those of `mean`. NaN where there
  /// is a NaN, unless they are ignored, and where there is nothing. O(n) on average.
  ///
  /// - Throws: `ArrayError` of kind `axis`, `value` or `type` as `mean`.
  ///
  /// NumPy: `numpy.median`, `numpy.nanmedian`. Copies.
  @discardableResult public func median(
    axes: [Int]? = nil, keepingAxes: Bool = false, ignoringNaN: Bool = false,
    into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("median") { () throws(ArrayError) in
      try medians(axes, keepingAxes, ignoringNaN).delivered(into: target)
    }
  }

  private func medians(
    _ axes: [Int]?, _ keepingAxes: Bool, _ ignoringNaN: Bool
  ) throws(ArrayError) -> AnyNDArray {
    let type = dtype.quotient
    if dtype.kind == .bool || dtype.isInteger {
      return try cast(to: type).median(axes: axes, keepingAxes: keepingAxes)
    }
    let rows = try rows(along: axes)
    if rows.count == 0 {
      let shape = try ReducedShape(self, axes, itemSize: type.itemSize, order: .rowMajor)
      let none = try NDArray(scalar: Double.nan).erased.cast(to: type)
      let result = try AnyNDArray.empty(shape.withAxes.shape, type)
      try result.assign(from: none)
      return try keepingAxes ? result : result.squeezed(axes: shape.axes)
    }
    if ignoringNaN {
      return try eachRow(rows, axes, keepingAxes, type) { (row) throws(ArrayError) in
        try row.median(keepingAxes: true)
      }
    }
    let n = rows.layout.axes[rows.rank - 1].length
    let middle = [(n - 1) / 2, n / 2]
    let sorted = try rows.partitioned(at: middle + [n - 1])
    let pair = try sorted.view(at: [.ellipsis, .slice(Slice(middle[0], middle[1] + 1))])
    let medians = try pair.mean(axes: [-1])
    let result = try medians.poisoned(by: sorted)
    return try result.shaped(self, axes, keepingAxes)
  }

  /// The quantiles of all elements, or those along axes: one for each of `quantiles`, along a new
  /// first axis.
  ///
  /// - Parameters:
  ///   - quantiles: Numbers from 0 to 1.
  ///   - method: What happens between two elements.
  ///
  /// - Throws: `ArrayError` of kind `value` for quantiles outside 0 ... 1, of kind `type` for truth
  ///   values and complex numbers, of kind `index` where there is no element, of kind `axis`.
  ///
  /// NumPy: `numpy.quantile`, `numpy.nanquantile`. Copies. O(n) on average.
  @discardableResult public func quantiles(
    _ quantiles: [Double], axes: [Int]? = nil, keepingAxes: Bool = false,
    method: QuantileMethod = .linear, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    var results: [AnyNDArray] = []
    for q in quantiles {
      results.append(
        try quantile(
          q, axes: axes, keepingAxes: keepingAxes, method: method, ignoringNaN: ignoringNaN))
    }
    return try AnyNDArray.stack(results).delivered(into: target)
  }

  /// The percentiles: quantiles in hundredths. NumPy: `numpy.percentile`. Copies.
  @discardableResult public func percentile(
    _ percentage: Double, axes: [Int]? = nil, keepingAxes: Bool = false,
    method: QuantileMethod = .linear, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try quantile(
      percentage / 100, axes: axes, keepingAxes: keepingAxes, method: method,
      ignoringNaN: ignoringNaN, into: target)
  }

  /// One quantile of all elements, or along axes; see `quantiles`. NumPy: `numpy.quantile`. Copies.
  @discardableResult public func quantile(
    _ quantile: Double, axes: [Int]? = nil, keepingAxes: Bool = false,
    method: QuantileMethod = .linear, ignoringNaN: Bool = false, into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    try LedgerReport.naming("quantile") { () throws(ArrayError) in
      try oneQuantile(quantile, axes, keepingAxes, method, ignoringNaN).delivered(into: target)
    }
  }

  private func oneQuantile(
    _ quantile: Double, _ axes: [Int]?, _ keepingAxes: Bool, _ method: QuantileMethod,
    _ ignoringNaN: Bool
  ) throws(ArrayError) -> AnyNDArray {
    guard quantile >= 0, quantile <= 1 else {
      throw ArrayError(.value, "Quantiles must be in the range [0, 1], not \(quantile)")
    }
    guard !dtype.isComplex else { throw ArrayError(.type, "a must be an array of real numbers") }
    let rows = try rows(along: axes)
    let n = rows.layout.axes[rows.rank - 1].length
    let place = method.place(of: quantile, count: Swift.max(n, 1))
    let type = place.weight == nil ? dtype.native : dtype.quotient
    guard dtype.kind != .bool || place.weight == nil else {
      throw ArrayError(.type, "truth values have no quantiles between them; convert to integers")
    }
    if ignoringNaN, dtype.isFloat {
      return try eachRow(rows, axes, keepingAxes, type) { (row) throws(ArrayError) in
        try row.quantile(quantile, keepingAxes: true, method: method)
      }
    }
    guard n > 0 else {
      throw ArrayError(.index, "index -1 is out of bounds for axis 0 with size 0")
    }
    let sorted = try rows.partitioned(at: [place.first, place.second, n - 1])
    let first = try sorted.view(at: [.ellipsis, .index(place.first)])
    var result = first
    if let weight = place.weight {
      let second = try sorted.view(at: [.ellipsis, .index(place.second)])
      result = try AnyNDArray.between(first, second, weight, type)
    } else {
      result = try first.copy()
    }
    return try result.poisoned(by: sorted).shaped(self, axes, keepingAxes)
  }

  /// a + (b − a)·weight, computed from the nearer end.
  private static func between(
    _ a: AnyNDArray, _ b: AnyNDArray, _ weight: Double, _ type: DType
  ) throws(ArrayError) -> AnyNDArray {
    // Differences of small integers leave their type.
    let isNarrow = a.itemSize < type.itemSize
    let gap = try AnyNDArray.apply(
      .subtract, isNarrow ? b.cast(to: type) : b, isNarrow ? a.cast(to: type) : a
    ).cast(to: type)
    let isNearer = weight >= 0.5
    let part = try NDArray(scalar: isNearer ? 1 - weight : weight).erased.cast(to: type)
    try AnyNDArray.apply(.multiply, gap, part, into: gap)
    let result = try (isNearer ? b : a).cast(to: type)
    try AnyNDArray.apply(isNearer ? .subtract : .add, result, gap, into: result)
    return result
  }

  /// The elements that are reduced along one last axis, the other axes before it.
  private func rows(along axes: [Int]?) throws(ArrayError) -> AnyNDArray {
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no order") }
    let shape = try ReducedShape(self, axes, itemSize: itemSize)
    if axes == nil || rank == 0 { return try raveled() }
    let kept = (0..<rank).filter { !shape.axes.contains($0) }
    let moved = try permuted(kept + shape.axes)
    return try moved.reshaped(kept.map { self.shape[$0] } + [shape.count])
  }

  /// These results with NaN for each row of `sorted` that ends with one.
  private func poisoned(by sorted: AnyNDArray) throws(ArrayError) -> AnyNDArray {
    guard dtype.isFloat || dtype.isComplex else { return self }
    let last = try sorted.view(at: [.ellipsis, .index(-1)])
    try last.copy(to: self, where: AnyNDArray.apply(.notEqual, last, last))
    return self
  }

  /// These results of the rows, in the shape that a reduction of `source` has.
  private func shaped(
    _ source: AnyNDArray, _ axes: [Int]?, _ keepingAxes: Bool
  ) throws(ArrayError) -> AnyNDArray {
    let shape = try ReducedShape(source, axes, itemSize: itemSize, order: .rowMajor)
    return try reshaped(keepingAxes ? shape.withAxes.shape : shape.withoutAxes.shape)
  }

  /// What `body` gives for the numbers of each row.
  private func eachRow(
    _ rows: AnyNDArray, _ axes: [Int]?, _ keepingAxes: Bool, _ type: DType,
    _ body: (AnyNDArray) throws(ArrayError) -> AnyNDArray
  ) throws(ArrayError) -> AnyNDArray {
    let n = rows.layout.axes[rows.rank - 1].length
    let flat = try rows.reshaped([n == 0 ? 0 : rows.count / n, n])
    let results = try AnyNDArray.empty([flat.shape[0]], type)
    for i in 0..<flat.shape[0] {
      let row = try flat.view(at: [.index(i)])
      let numbers = try row.extract(AnyNDArray.apply(.equal, row, row))
      let place = try results.view(at: [.slice(Slice(i, i + 1))])
      if numbers.count == 0 {
        try place.assign(from: NDArray(scalar: Double.nan).erased)
      } else {
        try place.assign(from: body(numbers))
      }
    }
    return try results.shaped(self, axes, keepingAxes)
  }
}
