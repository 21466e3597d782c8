// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

/// An array whose elements can be written: `NDArray` and `AnyNDArray`, but no `FrozenArray`.
///
/// Operations in place are written here, once. Whether the memory of an array may be written is
/// known at run time only: `isWritable` says so.
public protocol WritableArray: StridedArray where Fresh == Self {}

extension NDArray: WritableArray {}
extension AnyNDArray: WritableArray {}
