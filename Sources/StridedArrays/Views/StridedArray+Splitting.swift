// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

extension StridedArray {
  /// Returns views of equal pieces along an axis.
  ///
  /// NumPy: `numpy.split`. Returns views. A length that `sections` does not divide is an error.
  public func split(into sections: Int, axis: Int = 0) throws(Failure) -> [Self] {
    try Self.attempt { () throws(ArrayError) in
      try layout.split(sections: sections, axis: axis).map(view)
    }
  }

  /// Returns views of the pieces between the positions `indices` along an axis.
  ///
  /// NumPy: `numpy.split` with a list. Returns views.
  public func split(at indices: [Int], axis: Int = 0) throws(Failure) -> [Self] {
    try Self.attempt { () throws(ArrayError) in
      try layout.split(at: indices, axis: axis).map(view)
    }
  }

  /// Returns views of nearly equal pieces along an axis, the longer ones first.
  ///
  /// NumPy: `numpy.array_split`. Returns views.
  public func splitUnevenly(into sections: Int, axis: Int = 0) throws(Failure) -> [Self] {
    try Self.attempt { () throws(ArrayError) in
      try layout.split(sections: sections, axis: axis, allowsUnequal: true).map(view)
    }
  }

  /// Returns views of equal pieces along the first axis, as `verticalStack` joins them.
  ///
  /// NumPy: `numpy.vsplit`. Returns views. Needs at least two axes.
  public func verticalSplit(into sections: Int) throws(Failure) -> [Self] {
    try split(into: sections, axis: splitAxis(0, minimumRank: 2))
  }

  /// Returns views of the pieces between positions along the first axis.
  ///
  /// NumPy: `numpy.vsplit` with a list. Returns views. Needs at least two axes.
  public func verticalSplit(at indices: [Int]) throws(Failure) -> [Self] {
    try split(at: indices, axis: splitAxis(0, minimumRank: 2))
  }

  /// Returns views of equal pieces along the second axis, or the first where that is the only one,
  /// as `horizontalStack` joins them.
  ///
  /// NumPy: `numpy.hsplit`. Returns views. Needs at least one axis.
  public func horizontalSplit(into sections: Int) throws(Failure) -> [Self] {
    try split(into: sections, axis: splitAxis(rank == 1 ? 0 : 1, minimumRank: 1))
  }

  /// Returns views of the pieces between positions along the second axis, or the only one.
  ///
  /// NumPy: `numpy.hsplit` with a list. Returns views. Needs at least one axis.
  public func horizontalSplit(at indices: [Int]) throws(Failure) -> [Self] {
    try split(at: indices, axis: splitAxis(rank == 1 ? 0 : 1, minimumRank: 1))
  }

  /// Returns views of equal pieces along the third axis, as `depthStack` joins them.
  ///
  /// NumPy: `numpy.dsplit`. Returns views. Needs at least three axes.
  public func depthSplit(into sections: Int) throws(Failure) -> [Self] {
    try split(into: sections, axis: splitAxis(2, minimumRank: 3))
  }

  /// Returns views of the pieces between positions along the third axis.
  ///
  /// NumPy: `numpy.dsplit` with a list. Returns views. Needs at least three axes.
  public func depthSplit(at indices: [Int]) throws(Failure) -> [Self] {
    try split(at: indices, axis: splitAxis(2, minimumRank: 3))
  }

  /// Returns the parts along an axis as views without it, as `stack` joins them.
  ///
  /// NumPy: `numpy.unstack`. Returns views.
  public func unstacked(axis: Int = 0) throws(Failure) -> [Self] {
    try Self.attempt { () throws(ArrayError) in
      let axis = try layout.normalizedAxis(axis)
      let whole = [AxisIndex](repeating: .slice(Slice()), count: axis)
      var parts: [Self] = []
      for position in 0..<layout.axes[axis].length {
        parts.append(view(try layout.indexed(by: whole + [.index(position)])))
      }
      return parts
    }
  }

  private func splitAxis(_ axis: Int, minimumRank: Int) throws(Failure) -> Int {
    try Self.attempt { () throws(ArrayError) in
      guard rank >= minimumRank else {
        throw ArrayError(
          .value, "the split needs at least \(minimumRank) axes; the shape is \(shape)")
      }
      return axis
    }
  }
}
