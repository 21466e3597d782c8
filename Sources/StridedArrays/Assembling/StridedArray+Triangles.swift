// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

extension StridedArray {
  /// Returns the matrices with zeros above a diagonal.
  ///
  /// The last two axes are the matrices; an array of rank 1 is every row of one. In a fresh result
  /// the matrices are row-major. In place only the zeros are written.
  ///
  /// NumPy: `numpy.tril(a, diagonal)`. Copies.
  @discardableResult public func lowerTriangle(
    diagonal: Int = 0, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(
        adopting: try erased.triangle(diagonal, keepsLower: true).written(to: target?.erased))
    }
  }

  /// Returns the matrices with zeros below a diagonal.
  ///
  /// NumPy: `numpy.triu(a, diagonal)`. Copies.
  @discardableResult public func upperTriangle(
    diagonal: Int = 0, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(
        adopting: try erased.triangle(diagonal, keepsLower: false).written(to: target?.erased))
    }
  }

  /// Returns the square matrix with the array's elements on a diagonal and zeros elsewhere.
  ///
  /// NumPy: `numpy.diagflat(a, offset)`; of an array of rank 1 also `numpy.diag`. Copies.
  @discardableResult public func diagonalMatrix(
    offset: Int = 0, into target: Self? = nil
  ) throws(Failure) -> Self {
    try Self.attempt { () throws(ArrayError) in
      Self(adopting: try erased.diagonalMatrix(offset, into: target?.erased))
    }
  }
}

extension WritableArray {
  /// Writes `values` along the main diagonal of all axes, in place; they repeat if they are few.
  ///
  /// - Parameter wraps: Whether the diagonal of a tall matrix starts again after a row.
  /// - Throws: `ArrayError` of kind `value` if there are less than two axes, or more than two of
  ///   unequal lengths.
  ///
  /// NumPy: `numpy.fill_diagonal(a, values, wrap)`.
  public func fillDiagonal(_ values: Self, wraps: Bool = false) throws(Failure) {
    try Self.attempt { () throws(ArrayError) in
      let diagonals = try erased.mainDiagonals(wraps: wraps)
      try erased.checkWritable()
      // The values may lie in the matrix: they are read before the first one is written.
      let flat = try values.erased.raveled()
      guard flat.count > 0 else { return }
      let isShared = values.mayShareMemory(with: self)
      let line = isShared && flat.count > 1 ? try flat.copy() : flat
      var start = 0
      for diagonal in diagonals {
        let length = diagonal.count
        var position = 0
        while position < length {
          let first = (start + position) % line.count
          let run = Swift.min(length - position, line.count - first)
          if line.count == 1 {
            try diagonal.assign(from: line)
            break
          }
          try diagonal.part(0, position..<(position + run))
            .assign(from: line.part(0, first..<(first + run)))
          position += run
        }
        start += length
      }
    }
  }

  /// Returns a copy with `values` along the main diagonal of all axes.
  ///
  /// NumPy: `numpy.fill_diagonal` on a copy. Copies.
  public func filledDiagonal(_ values: Self, wraps: Bool = false) throws(Failure) -> Self {
    let result = try copy(order: .keep)
    try result.fillDiagonal(values, wraps: wraps)
    return result
  }
}

extension AnyNDArray {
  fileprivate func diagonalMatrix(
    _ offset: Int, into target: AnyNDArray?
  ) throws(ArrayError) -> AnyNDArray {
    let (side, isTooLong) = count.addingReportingOverflow(
      Int(exactly: offset.magnitude) ?? Int.max)
    guard !isTooLong else { throw ArrayError(.value, "the diagonal \(offset) is too far out") }
    let layout = try Layout.dense(shape: [side, side], itemSize: itemSize)
    let zero = try AnyNDArray.zero(dtype)
    var result = target
    if result == nil { result = try AnyNDArray.allocate(layout, dtype, zeroed: true) }
    guard let result else { return self }
    try result.checkReceives(dtype, layout.shape)
    // The elements may lie in the target: they are read before it is written.
    let isShared = target != nil && overlapAnswer(with: result, effort: .bounds) != .disjoint
    let flat =
      try isShared ? copied(.rowMajor, because: .overlap, operation: "diagonalMatrix") : self
    if target != nil { try result.assign(from: zero) }
    let line = result.view(try result.layout.diagonal(offset: offset, axes: (0, 1)))
    try line.assign(from: flat.raveled())
    return result
  }

  /// Returns a matrix of ones at and below a diagonal and zeros above.
  ///
  /// NumPy: `numpy.tri(rows, columns, diagonal, dtype)`.
  public static func triangle(
    _ rows: Int, _ columns: Int? = nil, diagonal: Int = 0, _ dtype: DType = .float64
  ) throws(ArrayError) -> AnyNDArray {
    let ones = try NDArray(scalar: true).erased.cast(to: dtype)
      .broadcast(to: [rows, columns ?? rows])
    return try ones.lowerTriangle(diagonal: diagonal)
  }

  /// How a triangle is kept, row by row.
  func triangle(_ diagonal: Int, keepsLower: Bool) throws(ArrayError) -> Assembly {
    guard rank > 0 else {
      throw ArrayError(.value, "a triangle needs an array of at least one dimension")
    }
    let matrix = rank > 1 ? self : try broadcast(to: [shape[0], shape[0]])
    // NumPy chooses by a row-major mask of the last two axes, whose order counts with the array's.
    let mask = try Layout.dense(shape: Array(matrix.shape.suffix(2)), itemSize: 1)
    let order = Layout.memoryOrder(of: [try mask.broadcast(to: matrix.shape), matrix.layout])
    var assembly = Assembly(
      layout: try .dense(shape: matrix.shape, itemSize: itemSize, axisOrder: order), dtype: dtype)
    if matrix.layout.isEmpty { return assembly }
    let zero = try AnyNDArray.zero(dtype)
    let (row, columns) = (matrix.rank - 2, matrix.shape[matrix.rank - 1])
    for i in 0..<matrix.shape[row] {
      // Where the row's part above the diagonal starts.
      let (sum, isFar) = (i + (keepsLower ? 1 : 0)).addingReportingOverflow(diagonal)
      let edge = isFar ? columns : Swift.min(Swift.max(sum, 0), columns)
      let kept = keepsLower ? 0..<edge : edge..<columns
      let cleared = keepsLower ? edge..<columns : 0..<edge
      let line = try matrix.part(row, i..<(i + 1))
      for (source, range) in [(try line.part(row + 1, kept), kept), (zero, cleared)] {
        guard !range.isEmpty else { continue }
        assembly.add(source) { (layout) throws(ArrayError) in
          try layout.part(row, i..<(i + 1)).part(row + 1, range)
        }
      }
    }
    return assembly
  }

  /// The views of the main diagonal of all axes: one, or more where it wraps.
  func mainDiagonals(wraps: Bool) throws(ArrayError) -> [AnyNDArray] {
    guard rank >= 2 else {
      throw ArrayError(.value, "array must be at least 2-d; the shape is \(shape)")
    }
    if rank > 2 {
      for axis in layout.axes where axis.length != layout.axes[0].length {
        throw ArrayError(
          .value, "All dimensions of input must be of equal length; the shape is \(shape)")
      }
      var stride = 0
      for axis in layout.axes { stride &+= axis.stride }
      let diagonal = Axis(length: layout.axes[0].length, stride: stride)
      return [view(try Layout(axes: AxisList([diagonal]), offset: layout.offset))]
    }
    let (rows, columns) = (shape[0], shape[1])
    guard wraps, rows > columns, columns > 0 else {
      return [view(try layout.diagonal(offset: 0, axes: (0, 1)))]
    }
    var diagonals: [AnyNDArray] = []
    for start in Swift.stride(from: 0, to: rows, by: columns + 1) {
      let rest = try part(0, start..<rows)
      diagonals.append(rest.view(try rest.layout.diagonal(offset: 0, axes: (0, 1))))
    }
    return diagonals
  }
}

extension NDArray where Item: Scalar {
  /// Returns a matrix of ones at and below a diagonal and zeros above.
  ///
  /// NumPy: `numpy.tri(rows, columns, diagonal)`.
  public static func triangle(
    _ rows: Int, _ columns: Int? = nil, diagonal: Int = 0
  ) -> NDArray {
    attempt { () throws(ArrayError) in
      NDArray(
        adopting: try AnyNDArray.triangle(rows, columns, diagonal: diagonal, Item.dtype))
    }
  }
}
