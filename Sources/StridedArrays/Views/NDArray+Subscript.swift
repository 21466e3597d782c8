// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

// A plain subscript is always a view. A parameter pack can't have a setter, and a bare `...` is a
// function type that no protocol can cover, so there is one overload for each place it may stand.
extension NDArray {
  /// A view of the elements that the terms pick; assigning writes through it.
  ///
  /// NumPy: `a[1:4, ..., numpy.newaxis]`. Returns a view.
  public subscript(terms: [AxisIndex]) -> NDArray {
    get { Self.attempt { () throws(ArrayError) in view(try layout.indexed(by: terms)) } }
    nonmutating set { self[terms].assign(from: newValue) }
  }

  /// A view of the elements that the terms pick, made without a list of them.
  @inlinable func view<let count: Int>(_ terms: InlineArray<count, AxisIndex>) -> NDArray {
    do throws(ArrayError) {
      return view(try layout.indexed(by: terms.span))
    } catch { Self.trap(error) }
  }

  /// A view of the elements that the term picks along the first axis; assigning writes through it.
  @inlinable public subscript(first: some IndexTerm) -> NDArray {
    get {
      Self.attempt { () throws(ArrayError) in view(try layout.indexed(by: first.axisIndex)) }
    }
    nonmutating set { self[first].assign(from: newValue) }
  }

  /// A view of the whole array; assigning writes to every element.
  public subscript(ellipsis: UnboundedRange) -> NDArray {
    get { view(layout) }
    nonmutating set { assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex]) }
    nonmutating set { view([first.axisIndex, second.axisIndex]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: UnboundedRange, second: some IndexTerm
  ) -> NDArray {
    get { view([.ellipsis, second.axisIndex]) }
    nonmutating set { view([.ellipsis, second.axisIndex]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: UnboundedRange
  ) -> NDArray {
    get { view([first.axisIndex, .ellipsis]) }
    nonmutating set { view([first.axisIndex, .ellipsis]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex, third.axisIndex]) }
    nonmutating set {
      view([first.axisIndex, second.axisIndex, third.axisIndex]).assign(from: newValue)
    }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: UnboundedRange, second: some IndexTerm, third: some IndexTerm
  ) -> NDArray {
    get { view([.ellipsis, second.axisIndex, third.axisIndex]) }
    nonmutating set { view([.ellipsis, second.axisIndex, third.axisIndex]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: UnboundedRange, third: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, .ellipsis, third.axisIndex]) }
    nonmutating set { view([first.axisIndex, .ellipsis, third.axisIndex]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: UnboundedRange
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex, .ellipsis]) }
    nonmutating set { view([first.axisIndex, second.axisIndex, .ellipsis]).assign(from: newValue) }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm, fourth: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex, third.axisIndex, fourth.axisIndex]) }
    nonmutating set {
      view([first.axisIndex, second.axisIndex, third.axisIndex, fourth.axisIndex]).assign(
        from: newValue)
    }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: UnboundedRange, second: some IndexTerm, third: some IndexTerm, fourth: some IndexTerm
  ) -> NDArray {
    get { view([.ellipsis, second.axisIndex, third.axisIndex, fourth.axisIndex]) }
    nonmutating set {
      view([.ellipsis, second.axisIndex, third.axisIndex, fourth.axisIndex]).assign(from: newValue)
    }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: UnboundedRange, third: some IndexTerm, fourth: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, .ellipsis, third.axisIndex, fourth.axisIndex]) }
    nonmutating set {
      view([first.axisIndex, .ellipsis, third.axisIndex, fourth.axisIndex]).assign(from: newValue)
    }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: UnboundedRange, fourth: some IndexTerm
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex, .ellipsis, fourth.axisIndex]) }
    nonmutating set {
      view([first.axisIndex, second.axisIndex, .ellipsis, fourth.axisIndex]).assign(from: newValue)
    }
  }

  /// A view of the elements that the terms pick; assigning writes through it.
  @inlinable
  public subscript(
    first: some IndexTerm, second: some IndexTerm, third: some IndexTerm, fourth: UnboundedRange
  ) -> NDArray {
    get { view([first.axisIndex, second.axisIndex, third.axisIndex, .ellipsis]) }
    nonmutating set {
      view([first.axisIndex, second.axisIndex, third.axisIndex, .ellipsis]).assign(from: newValue)
    }
  }
}

#if !$Embedded
  extension NDArray {
    /// A view of the elements that five terms or more pick; assigning writes through it.
    public subscript(
      first: any IndexTerm, second: any IndexTerm, third: any IndexTerm, fourth: any IndexTerm,
      fifth: any IndexTerm, rest: any IndexTerm...
    ) -> NDArray {
      get { self[([first, second, third, fourth, fifth] + rest).map { $0.axisIndex }] }
      nonmutating set {
        self[([first, second, third, fourth, fifth] + rest).map { $0.axisIndex }] = newValue
      }
    }
  }
#endif
