// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

extension AnyNDArray {
  /// A view of the elements that the terms pick; integers drop their axis.
  ///
  /// NumPy: `a[1:4, ..., numpy.newaxis]`. Returns a view.
  public subscript(terms: [AxisIndex]) -> AnyNDArray {
    get throws(ArrayError) { view(try layout.indexed(by: terms)) }
  }

  /// A view of the elements that the term picks along the first axis.
  public subscript(first: some IndexTerm) -> AnyNDArray {
    get throws(ArrayError) { view(try layout.indexed(by: first.axisIndex)) }
  }

  /// A view of the elements that the terms pick.
  public subscript(first: some IndexTerm, second: some IndexTerm) -> AnyNDArray {
    get throws(ArrayError) { try self[[first.axisIndex, second.axisIndex]] }
  }

  /// A view of the elements that the terms pick.
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm
  ) -> AnyNDArray {
    get throws(ArrayError) { try self[[first.axisIndex, second.axisIndex, third.axisIndex]] }
  }
}

#if !$Embedded
  extension AnyNDArray {
    /// A view of the elements that four terms or more pick; integers drop their axis.
    ///
    /// NumPy: `a[1:4, ..., 0, numpy.newaxis]`. Returns a view.
    public subscript(
      first: any IndexTerm, second: any IndexTerm, third: any IndexTerm, fourth: any IndexTerm,
      rest: any IndexTerm...
    ) -> AnyNDArray {
      get throws(ArrayError) {
        try view(at: ([first, second, third, fourth] + rest).map { $0.axisIndex })
      }
    }
  }
#endif
