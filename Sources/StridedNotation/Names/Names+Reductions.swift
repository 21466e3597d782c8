// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
import StridedLoops
internal import StridedMemory

extension Registry {
  /// Functions that make one element of many.
  func addReductions() {
    both("sum(a, axis=None, dtype=None, out=None, keepdims=False)") { (c) throws(Fault) in
      try reduced(c, .sum)
    }
    for (name, operation) in [("min", Reduction.minimum), ("max", .maximum)] {
      both("\(name)(a, axis=None, out=None, keepdims=False)") { (c) throws(Fault) in
        try reduced(c, operation)
      }
    }
    alias("amin", of: "min")
    alias("amax", of: "max")
  }
}

private func reduced(_ c: Call, _ operation: Reduction) throws(Fault) -> Value {
  let (a, axes) = (try c.array("a"), try c.optionalInts("axis"))
  let keeps = try c.flag("keepdims")
  let result = try lifted { () throws(ArrayError) in
    try a.reduced(operation, axes: axes, keepingAxes: keeps)
  }
  return c.result(result)
}
