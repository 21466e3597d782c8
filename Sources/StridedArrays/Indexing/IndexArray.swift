// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

/// What can say which elements an operation takes or writes: an array or a list of positions, or of
/// truth values.
///
/// NumPy: an argument that `numpy.asarray` turns into an array of integers or bools.
public protocol IndexArray: AdvancedIndexTerm {
  /// The positions or truth values as an array.
  var indexArray: AnyNDArray { get }
}

extension IndexArray {
  public var advancedIndex: AdvancedIndex { .array(indexArray) }
}

extension NDArray: AdvancedIndexTerm, IndexArray where Item: IndexScalar {
  public var indexArray: AnyNDArray { erased }
}

extension FrozenArray: AdvancedIndexTerm, IndexArray where Item: IndexScalar {
  public var indexArray: AnyNDArray { erased }
}

extension Array: AdvancedIndexTerm, IndexArray where Element: IndexScalar {
  public var indexArray: AnyNDArray { NDArray(self).erased }
}

/// Elements that are neither integers nor truth values are refused when the index is used.
extension AnyNDArray: IndexArray {
  public var indexArray: AnyNDArray { self }
}
