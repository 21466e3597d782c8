// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Arrays of evenly spaced numbers.
enum Ranges {
  static func arange(_ c: Call) throws(Fault) -> Value {
    var (start, stop, step) = (Value.int(Int64(0)), c["start_or_stop"], c["step"])
    if c.has("stop") { (start, stop) = (c["start_or_stop"], c["stop"]) }
    if case .none = stop { throw Fault(.typeError, "arange() requires stop to be specified.") }
    if case .none = step { step = .int(Int64(1)) }
    var natural = try DTypes.natural(of: start)
    for value in [stop, step] {
      let type = try DTypes.natural(of: value)
      natural = try lifted { () throws(ArrayError) in try DType.promoted(natural, type) }
    }
    if natural == .bool { natural = .int64 }
    let dtype = try c.dtype() ?? natural
    if natural.isInteger, let first = try c.machine.integer(start),
      let last = try c.machine.integer(stop), let step = try c.machine.integer(step)
    {
      guard step != 0 else { throw Fault(.zeroDivisionError, "division by zero") }
      let range = RangeObject(first, last, step)
      guard range.count <= Int.max / 16 else {
        throw Fault(.valueError, "Maximum allowed size exceeded")
      }
      try c.machine.admit([range.count], dtype)
      let result = try lifted { () throws(ArrayError) in
        try AnyNDArray.empty([range.count], .int64)
      }
      for i in 0..<range.count { range[i].store(to: result.storage.address + i * 8) }
      if dtype == .int64 { return c.made(result) }
      if dtype.isInteger, range.count > 0 {
        try Elements.checkRange(range[0], dtype)
        try Elements.checkRange(range[range.count - 1], dtype)
      }
      return c.made(try lifted { () throws(ArrayError) in try result.cast(to: dtype) })
    }
    let (first, last) = (try c.machine.pythonFloat(start), try c.machine.pythonFloat(stop))
    let delta = try c.machine.pythonFloat(step)
    let steps = ((last - first) / delta).rounded(.up)
    guard !steps.isNaN else {
      throw Fault(.valueError, "arange: cannot compute length")
    }
    guard steps < 0x1p59 else { throw Fault(.valueError, "Maximum allowed size exceeded") }
    let count = steps > 0 ? Int(steps) : 0
    try c.machine.admit([count], dtype)
    let result = try lifted { () throws(ArrayError) in try AnyNDArray.empty([count], .float64) }
    // NumPy takes the distance of the first two as it is stored.
    let stored = (first + delta) - first
    for i in 0..<count {
      let value = i == 0 ? first : i == 1 ? first + delta : first + Double(i) * stored
      value.store(to: result.storage.address + i * 8)
    }
    if dtype == .float64 { return c.made(result) }
    return c.made(try lifted { () throws(ArrayError) in try result.cast(to: dtype) })
  }

  static func linspace(_ c: Call) throws(Fault) -> Value {
    let count = try c.int("num")
    guard count >= 0 else {
      throw Fault(.valueError, "Number of samples, \(count), must be non-negative.")
    }
    let (first, last) = (
      try c.machine.pythonFloat(c["start"]), try c.machine.pythonFloat(c["stop"])
    )
    let isClosed = try c.flag("endpoint")
    let dtype = try c.dtype() ?? .float64
    try c.machine.admit([count], .float64)
    let parts = isClosed ? count - 1 : count
    let distance = last - first
    let step = parts > 0 ? distance / Double(parts) : Double.nan
    let result = try lifted { () throws(ArrayError) in try AnyNDArray.empty([count], .float64) }
    for i in 0..<count {
      var value = Double(i)
      if parts > 0 {
        value = step == 0 ? value / Double(parts) * distance : value * step
      } else {
        value *= distance
      }
      value += first
      if isClosed, count > 1, i == count - 1 { value = last }
      if dtype.isInteger { value = value.rounded(.down) }
      value.store(to: result.storage.address + i * 8)
    }
    let typed =
      dtype == .float64
      ? result : try lifted { () throws(ArrayError) in try result.cast(to: dtype) }
    guard try c.flag("retstep") else { return c.made(typed) }
    return .tuple([
      c.made(typed), .scalar(ScalarObject(NDArray(scalar: step).erased)),
    ])
  }
}
