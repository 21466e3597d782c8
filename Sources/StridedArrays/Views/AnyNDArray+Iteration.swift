// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts

/// Iteration goes over the first axis and gives views; an array of rank 0 gives none.
///
/// NumPy: `for row in a`.
extension AnyNDArray: Sequence {
  public struct Iterator: IteratorProtocol {
    let array: AnyNDArray
    var position = 0

    public mutating func next() -> AnyNDArray? {
      guard array.rank > 0, position < array.layout.axes[0].length else { return nil }
      defer { position += 1 }
      return try? array.view(at: [.index(position)])
    }
  }

  public func makeIterator() -> Iterator { Iterator(array: self) }
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
        try view(at: ([first, second, third, fourth] + rest).map(\.axisIndex))
      }
    }
  }
#endif
