// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Entries of arrays.
extension Machine {
  /// `array[position]` along the first axis.
  func entry(at position: Int, ofArray object: ArrayObject) throws(Fault) -> Value {
    let view = try lifted { () throws(ArrayError) in
      try object.array.view(at: [.index(position)])
    }
    if view.rank == 0 { return try scalar(of: view) }
    return .array(self.object(view, viewOf: object, by: "index"))
  }

  /// The only element of a view as a NumPy scalar.
  func scalar(of view: AnyNDArray) throws(Fault) -> Value {
    let element = try lifted { () throws(ArrayError) in
      try LedgerReport.unreported { () throws(ArrayError) in
        try view.cast(to: view.dtype.native, order: .rowMajor)
      }
    }
    return .scalar(ScalarObject(element))
  }

  /// `array[index]`.
  func entry(_ index: Value, of object: ArrayObject) throws(Fault) -> Value {
    let terms = try terms(of: index)
    if let basic = terms.basic {
      let view = try lifted { () throws(ArrayError) in try object.array.view(at: basic) }
      if view.rank == 0, !basic.contains(.ellipsis), !basic.isEmpty { return try scalar(of: view) }
      if basic.isEmpty, view.rank == 0 { return try scalar(of: view) }
      return .array(self.object(view, viewOf: object, by: "index"))
    }
    let copy = try lifted { () throws(ArrayError) in
      try object.array.gathered(at: terms.advanced)
    }
    if copy.rank == 0 { return .scalar(ScalarObject(copy)) }
    return .array(made(copy, by: "index", from: object, at: terms.advanced))
  }

  /// `array[index] = new`.
  func setEntry(_ index: Value, of object: ArrayObject, to new: Value) throws(Fault) {
    let terms = try terms(of: index)
    let target = object.array
    if let basic = terms.basic {
      guard target.isWritable else {
        throw Fault(.valueError, "assignment destination is read-only")
      }
      let view = try lifted { () throws(ArrayError) in try target.view(at: basic) }
      if view.rank == 0, !basic.isEmpty, !basic.contains(.ellipsis) {
        try assign(new, toElement: view)
      } else {
        try assign(new, to: view)
      }
      observer?.wrote(through: object, view, by: "assign")
      return
    }
    guard target.isWritable else {
      throw Fault(.valueError, "assignment destination is read-only")
    }
    let source = try source(new, for: target.dtype)
    try checkMask(terms.advanced, target, source)
    try lifted { () throws(ArrayError) in
      do throws(ArrayError) { try target.scatter(source, at: terms.advanced) } catch {
        // Of nothing, NumPy leaves out the axes that the target has not.
        guard let rest = try source.emptyWithoutFirstAxis() else { throw error }
        try target.scatter(rest, at: terms.advanced)
      }
    }
    observer?.wrote(through: object, target, by: "assign", picked: true)
  }

  /// Writes a value, broadcast and converted, to all elements of a view.
  func assign(_ new: Value, to view: AnyNDArray) throws(Fault) {
    let source = try source(new, for: view.dtype, deepest: view.rank)
    do throws(ArrayError) { try view.assign(from: source) } catch {
      guard error.kind == .value else { throw Fault(error) }
      throw Fault(
        .valueError,
        "could not broadcast input array from shape \(Ufuncs.shapeText(source.shape(fitting: view))) into "
          + "shape \(Ufuncs.shapeText(view.shape))")
    }
  }

  /// A value as an array whose elements are to be written as a type.
  func source(
    _ value: Value, for dtype: DType, deepest: Int = Layout.maximumRank
  ) throws(Fault) -> AnyNDArray {
    switch value {
    case .array(let object): return object.array
    case .scalar(let scalar): return scalar.array
    case .int, .float, .bool, .complex, .text, .none:
      return try Elements.converted(value, to: dtype)
    case .native(let native):
      if let array = try native.asArray(self) { return array.array }
    default: break
    }
    return try ArrayMaking.array(of: value, dtype, self, deepest: deepest)
  }

  /// Throws NumPy's words where values do not fit the elements that one mask of the whole picks.
  private func checkMask(
    _ terms: [AdvancedIndex], _ target: AnyNDArray, _ source: AnyNDArray
  ) throws(Fault) {
    guard terms.count == 1, case .array(let mask) = terms[0], mask.dtype.kind == .bool,
      mask.rank == target.rank, mask.shape == target.shape, mask.rank > 0
    else { return }
    guard source.rank <= 1 else {
      throw Fault(
        .typeError,
        "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has "
          + "\(source.rank) dimensions")
    }
    guard source.rank == 1, source.count != 1 else { return }
    let count = try lifted { () throws(ArrayError) in
      mask.count == 0 ? 0 : try mask.sum().item(as: Int.self)
    }
    guard count == source.count else {
      throw Fault(
        .valueError,
        "NumPy boolean array indexing assignment cannot assign \(source.count) input values to the "
          + "\(count) output values where the mask is true")
    }
  }

  /// Writes a value to one element.
  private func assign(_ new: Value, toElement view: AnyNDArray) throws(Fault) {
    switch new {
    case .array(let object) where object.array.rank > 0:
      throw Fault(.valueError, "setting an array element with a sequence.")
    case .list, .tuple, .range:
      guard view.dtype.isInteger else {
        throw Fault(.valueError, "setting an array element with a sequence.")
      }
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not "
          + "'\(new.typeName)'")
    default: try assign(new, to: view)
    }
  }

  // MARK: Terms

  /// An index as the library takes it.
  struct Terms {
    var advanced: [AdvancedIndex] = []
    /// The terms if none of them is an array.
    var basic: [AxisIndex]?
  }

  func terms(of index: Value) throws(Fault) -> Terms {
    var terms = Terms()
    if case .tuple(let tuple) = index {
      guard tuple.items.count <= 2 * Layout.maximumRank else {
        throw Fault(.indexError, "too many indices for array")
      }
      for item in tuple.items { terms.advanced.append(try term(item)) }
    } else {
      terms.advanced = [try term(index)]
    }
    var basic: [AxisIndex] = []
    for term in terms.advanced {
      guard case .basic(let axis) = term else { return terms }
      basic.append(axis)
    }
    terms.basic = basic
    return terms
  }

  private func term(_ value: Value) throws(Fault) -> AdvancedIndex {
    switch value {
    case .int(let number):
      guard let position = Int(exactly: number) else {
        throw Fault(.indexError, "index \(number) does not fit")
      }
      return .basic(.index(position))
    case .bool(let flag): return .array(NDArray(scalar: flag).erased)
    case .none: return .basic(.newAxis)
    case .ellipsis: return .basic(.ellipsis)
    case .slice(let slice): return .basic(.slice(try self.slice(slice)))
    case .scalar(let scalar):
      if scalar.dtype == .bool { return .array(scalar.array) }
      if scalar.dtype.isInteger {
        return .basic(.index(Int(clamping: try Numbers.int64(scalar.array))))
      }
    case .array(let object): return try arrayTerm(object.array)
    case .list(let list):
      if list.items.isEmpty { return .array(NDArray([Int]()).erased) }
      return try arrayTerm(try ArrayMaking.array(of: value, nil, self))
    case .tuple(let tuple):
      if tuple.items.isEmpty { return .array(NDArray([Int]()).erased) }
      return try arrayTerm(try ArrayMaking.array(of: value, nil, self))
    case .range:
      let array = try ArrayMaking.array(of: value, nil, self)
      return .array(array.count == 0 ? NDArray([Int]()).erased : array)
    default: break
    }
    throw Fault(
      .indexError,
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean "
        + "arrays are valid indices")
  }

  private func arrayTerm(_ array: AnyNDArray) throws(Fault) -> AdvancedIndex {
    guard array.dtype.isInteger || array.dtype.kind == .bool else {
      throw Fault(.indexError, "arrays used as indices must be of integer (or boolean) type")
    }
    return .array(array)
  }
}

extension AnyNDArray {
  /// An array without elements of the shape without its first axis; nil if there are elements.
  fileprivate func emptyWithoutFirstAxis() throws(ArrayError) -> AnyNDArray? {
    let shape = Array(self.shape.dropFirst())
    guard count == 0, rank > 1, shape.contains(0) else { return nil }
    return try AnyNDArray.empty(shape, dtype)
  }
}
