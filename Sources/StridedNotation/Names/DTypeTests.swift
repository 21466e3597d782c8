// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

/// The family tree of NumPy's scalar types.
enum DTypeTests {
  /// The class above one, up to `numpy.generic`.
  static func parent(_ kind: TypeObject.Kind) -> TypeObject.Kind? {
    switch kind {
    case .scalar(let kind):
      guard let dtype = DType.numbers.first(where: { $0.kind == kind }) else { return nil }
      if dtype.isSigned { return .signedInteger }
      if dtype.isUnsigned { return .unsignedInteger }
      if dtype.isFloat { return .floating }
      return dtype.isComplex ? .complexFloating : .generic
    case .signedInteger, .unsignedInteger: return .integer
    case .floating, .complexFloating: return .inexact
    case .integer, .inexact: return .number
    case .number: return .generic
    default: return nil
    }
  }

  static func isSubtype(_ kind: TypeObject.Kind, _ other: TypeObject.Kind) -> Bool {
    if kind == .scalar(.float64), other == .float { return true }
    if kind == .scalar(.complex128), other == .complex { return true }
    var current: TypeObject.Kind? = kind
    while let now = current {
      if now == other { return true }
      current = parent(now)
    }
    return false
  }
}
