// SPDX-License-Identifier: Apache-2.0

public import ComplexModule
public import StridedLayouts
public import StridedMemory

extension AnyNDArray {
  /// Returns the elements converted to another type.
  ///
  /// Fractions are cut off, integers wrap, complex numbers lose their imaginary part. `copying`
  /// decides what happens where nothing is to convert: `always` copies, `ifNeeded` gives this array
  /// back where type and order fit, and `never` throws unless they do.
  ///
  /// NumPy: `numpy.ndarray.astype`. Copies, or as `copying` says.
  public func cast(
    to dtype: DType, order: MemoryOrder = .keep, copying: CopyPolicy = .always
  ) throws(ArrayError) -> AnyNDArray {
    if copying != .always {
      guard let reason = copyReason(castingTo: dtype, order: order) else { return self }
      guard copying == .ifNeeded else {
        throw ArrayError(
          copying: reason,
          for: "\(dtype) in order '\(order.rawValue)' of \(self.dtype) with strides \(strides)",
          byteCount: count &* dtype.itemSize)
      }
    }
    return try LedgerReport.naming("cast") { () throws(ArrayError) in
      let result = try AnyNDArray.allocate(copyLayout(order, itemSize: dtype.itemSize), dtype)
      try LedgerReport.copying(
        result.byteCount, copyReason(castingTo: dtype, order: order) ?? .explicit,
        operation: "cast")
      try result.assign(from: self)
      return result
    }
  }

  /// Returns a view of the same bytes as elements of another type.
  ///
  /// The last axis changes its length where the sizes differ; it must be contiguous then.
  ///
  /// NumPy: `numpy.ndarray.view(dtype)`. Returns a view.
  ///
  /// - Throws: `ArrayError` of kind `value` if the sizes do not fit, of kind `type` if `dtype` is a
  ///   user's struct, of which foreign bytes need not be a value. A user's struct can be read as
  ///   other types, not written.
  public func view(as dtype: DType) throws(ArrayError) -> AnyNDArray {
    guard dtype.isPlain || dtype == self.dtype else {
      throw ArrayError(
        .type, "bytes become a user's struct only by its own type, NDArray.view(as:)")
    }
    let isSafe = self.dtype.isPlain || dtype == self.dtype
    return try reinterpreted(as: dtype, rights: isSafe ? rights.subtracting(.root) : [])
  }

  func reinterpreted(as dtype: DType, rights: Rights) throws(ArrayError) -> AnyNDArray {
    let layout = try layout.reinterpreted(from: itemSize, to: dtype.itemSize)
    return viewed(as: layout, dtype: dtype, rights: rights)
  }

  /// Returns a view of the real parts; of real numbers, the array itself.
  ///
  /// NumPy: `numpy.ndarray.real`. Returns a view.
  public func real() -> AnyNDArray { dtype.isComplex ? part(0) : self }

  /// Returns a view of the imaginary parts; of real numbers, fresh read-only zeros.
  ///
  /// NumPy: `numpy.ndarray.imag`. Returns a view, or copies for real numbers.
  public func imaginary() throws(ArrayError) -> AnyNDArray {
    if dtype.isComplex { return part(dtype.part.itemSize) }
    guard dtype.isNumber else { throw ArrayError(.type, "\(dtype) has no imaginary part") }
    let layout = try copyLayout(.either, itemSize: itemSize)
    return try AnyNDArray.allocate(layout, dtype, zeroed: true, isWritable: false)
  }

  private func part(_ bytes: Int) -> AnyNDArray {
    // The part lies inside each element, so the shifted layout stays in the storage.
    let shifted = (try? layout.advanced(by: bytes)) ?? layout
    return viewed(as: shifted, dtype: dtype.part, rights: rights.subtracting(.root))
  }
}

extension TypedArray {
  /// Returns the elements converted to another type.
  ///
  /// NumPy: `numpy.ndarray.astype`. Copies.
  public func cast<Other: Scalar>(
    to type: Other.Type, order: MemoryOrder = .keep
  ) -> NDArray<Other> where Item: Scalar {
    Self.attempt { () throws(ArrayError) in
      NDArray<Other>(adopting: try erased.cast(to: Other.dtype, order: order))
    }
  }
}

extension NDArray {
  /// Returns a view of the same bytes as elements of another type.
  ///
  /// Only for types of which every bit pattern is a value. The last axis changes its length where
  /// the sizes differ; it must be contiguous then.
  ///
  /// NumPy: `numpy.ndarray.view(dtype)`. Returns a view.
  public func view<Other: AnyBitPattern>(
    as type: Other.Type
  ) -> NDArray<Other> where Item: AnyBitPattern {
    Self.attempt { () throws(ArrayError) in
      NDArray<Other>(
        adopting: try erased.reinterpreted(
          as: Other.dtype, rights: rights.subtracting(.root)))
    }
  }
}

extension NDArray {
  /// Returns a view of the real parts. NumPy: `numpy.ndarray.real`. Returns a view.
  public func real<Part: ComplexPart>() -> NDArray<Part> where Item == Complex<Part> {
    NDArray<Part>(adopting: erased.real())
  }

  /// Returns a view of the imaginary parts. NumPy: `numpy.ndarray.imag`. Returns a view.
  public func imaginary<Part: ComplexPart>() -> NDArray<Part> where Item == Complex<Part> {
    NDArray<Part>(adopting: Self.attempt { () throws(ArrayError) in try erased.imaginary() })
  }
}

extension FrozenArray {
  /// Returns a view of the same bytes as elements of another type.
  ///
  /// Only for types of which every bit pattern is a value. The last axis changes its length where
  /// the sizes differ; it must be contiguous then.
  ///
  /// NumPy: `numpy.ndarray.view(dtype)`. Returns a view.
  public func view<Other: AnyBitPattern>(
    as type: Other.Type
  ) -> FrozenArray<Other> where Item: AnyBitPattern {
    FrozenArray<Other>(adopting: reader.view(as: type).erased)
  }

  /// Returns a view of the real parts. NumPy: `numpy.ndarray.real`. Returns a view.
  public func real<Part: ComplexPart>() -> FrozenArray<Part> where Item == Complex<Part> {
    FrozenArray<Part>(adopting: reader.real().erased)
  }

  /// Returns a view of the imaginary parts. NumPy: `numpy.ndarray.imag`. Returns a view.
  public func imaginary<Part: ComplexPart>() -> FrozenArray<Part> where Item == Complex<Part> {
    FrozenArray<Part>(adopting: reader.imaginary().erased)
  }
}
