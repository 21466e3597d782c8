// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedMath
internal import StridedMemory

extension Registry {
  /// Sorting, searching and sets.
  func addSorting() {
    function("sort(a, axis=-1, kind=None, order=None, *, stable=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
      return c.made(try lifted { () throws(ArrayError) in try a.sorted(axis: axis) })
    }
    method(.array, "sort(a, axis=-1, kind=None, order=None, *, stable=None)") {
      (c) throws(Fault) in
      let a = try c.writable("a")
      let axis = try c.int("axis")
      try lifted { () throws(ArrayError) in try a.array.sort(axis: axis) }
      c.machine.observer?.wrote(through: a, a.array, by: "sort")
      return .none
    }
    both("argsort(a, axis=-1, kind=None, order=None, *, stable=None)") { (c) throws(Fault) in
      let (a, axis) = (try c.array("a"), try c.optionalInt("axis"))
      return c.made(
        try lifted { () throws(ArrayError) in
          try a.rank == 0 ? a.raveled().argsort() : a.argsort(axis: axis)
        })
    }
    function("partition(a, kth, axis=-1, kind='introselect', order=None)") { (c) throws(Fault) in
      let (a, kth, axis) = (try c.array("a"), try c.ints("kth"), try c.optionalInt("axis"))
      return c.made(
        try lifted { () throws(ArrayError) in try a.partitioned(at: kth, axis: axis) })
    }
    method(.array, "partition(a, kth, axis=-1, kind='introselect', order=None)") {
      (c) throws(Fault) in
      let a = try c.writable("a")
      let (kth, axis) = (try c.ints("kth"), try c.int("axis"))
      try lifted { () throws(ArrayError) in try a.array.partition(at: kth, axis: axis) }
      c.machine.observer?.wrote(through: a, a.array, by: "partition")
      return .none
    }
    both("argpartition(a, kth, axis=-1, kind='introselect', order=None)") { (c) throws(Fault) in
      let (a, kth, axis) = (try c.array("a"), try c.ints("kth"), try c.optionalInt("axis"))
      return c.made(
        try lifted { () throws(ArrayError) in try a.argpartition(at: kth, axis: axis) })
    }
    both("searchsorted(a, v, side='left', sorter=None)") { (c) throws(Fault) in
      let (a, values, side) = (try c.array("a"), try c.array("v"), try c.text("side"))
      guard side == "left" || side == "right" else {
        throw Fault(.valueError, "search side must be 'left' or 'right' (got '\(side)')")
      }
      let sorter = try c.optionalArray("sorter")
      return c.result(
        try lifted { () throws(ArrayError) in
          try a.searchSorted(values, side: side == "left" ? .left : .right, sorter: sorter)
        })
    }
    function("lexsort(keys, axis=-1)") { (c) throws(Fault) in
      let axis = try c.int("axis")
      let keys = try c.machine.items(of: c["keys"]).map { (key) throws(Fault) in
        try c.machine.array(key)
      }
      return c.result(
        try lifted { () throws(ArrayError) in try AnyNDArray.lexsort(keys, axis: axis) })
    }
    addSets()
  }

  private func addSets() {
    function(
      "unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, "
        + "equal_nan=True, sorted=True)"
    ) { (c) throws(Fault) in
      let a = try c.array("ar")
      guard !c.has("axis"), try c.flag("equal_nan") else {
        throw Fault(.notImplementedError, "Strided's unique takes no axis, and NaNs as equal")
      }
      let wants = try ["return_index", "return_inverse", "return_counts"].map {
        (name) throws(Fault) in try c.flag(name)
      }
      guard wants.contains(true) else {
        return c.made(try lifted { () throws(ArrayError) in try a.unique() })
      }
      let found = try lifted { () throws(ArrayError) in try a.uniqueElements() }
      var results = [c.made(found.values)]
      for (isWanted, part) in zip(wants, [found.indices, found.inverse, found.counts])
      where isWanted { results.append(c.made(part)) }
      return .tuple(results)
    }
    function("isin(element, test_elements, assume_unique=False, invert=False, *, kind=None)") {
      (c) throws(Fault) in
      let (a, b) = (try c.array("element"), try c.array("test_elements"))
      let inverts = try c.flag("invert")
      return c.made(
        try lifted { () throws(ArrayError) in
          let found = try a.isIn(b)
          return inverts ? try AnyNDArray.apply(.logicalNot, found) : found
        })
    }
    for (name, first, second) in [
      ("union1d", "ar1", "ar2"), ("intersect1d", "ar1", "ar2"), ("setdiff1d", "ar1", "ar2"),
      ("setxor1d", "ar1", "ar2"),
    ] {
      function("\(name)(\(first), \(second))") { (c) throws(Fault) in
        let (a, b) = (try c.array(first), try c.array(second))
        return c.made(
          try lifted { () throws(ArrayError) in
            switch name {
            case "union1d": try a.union(b)
            case "intersect1d": try a.intersection(b)
            case "setdiff1d": try a.subtracting(b)
            default: try a.symmetricDifference(b)
            }
          })
      }
    }
  }
}

extension Call {
  /// The argument as an array that may be written.
  func writable(_ name: String) throws(Fault) -> ArrayObject {
    let object = try self.object(name)
    guard object.array.isWritable else {
      throw Fault(.valueError, "assignment destination is read-only")
    }
    return object
  }
}
