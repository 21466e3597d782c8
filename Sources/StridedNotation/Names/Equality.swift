// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// Whether arrays are equal as a whole.
enum Equality {
  static func areEqual(
    _ a: AnyNDArray, _ b: AnyNDArray, nanEqual: Bool, broadcasts: Bool = false
  ) throws(Fault) -> Bool {
    guard a.shape == b.shape || broadcasts && (a.rank == 0 || b.rank == 0) else { return false }
    return try lifted { () throws(ArrayError) in
      let mask = try AnyNDArray.apply(.equal, a, b)
      if mask.count == 0 { return true }
      if try mask.min().truthOfOnly() { return true }
      guard nanEqual else { return false }
      // Where an element is no number, both must be none.
      let (nanA, nanB) = (
        try AnyNDArray.apply(.notEqual, a, a), try AnyNDArray.apply(.notEqual, b, b)
      )
      let both = try AnyNDArray.apply(.minimum, nanA, nanB)
      return try AnyNDArray.apply(.maximum, mask, both).min().truthOfOnly()
    }
  }

  static func areClose(
    _ a: AnyNDArray, _ b: AnyNDArray, _ relative: Double, _ absolute: Double, nanEqual: Bool,
    _ machine: Machine
  ) throws(Fault) -> Bool {
    guard let shape = try? Layout.broadcastShape([a.shape, b.shape]) else { return false }
    try machine.admit(shape, .float64)
    return try lifted { () throws(ArrayError) in
      let (x, y) = (
        try a.broadcast(to: shape).cast(to: .float64), try b.broadcast(to: shape).cast(to: .float64)
      )
      let count = x.count
      let (p, q) = (try x.raveled(), try y.raveled())
      for i in 0..<count {
        let u = Double.load(from: p.storage.address + p.byteOffset + i * 8)
        let v = Double.load(from: q.storage.address + q.byteOffset + i * 8)
        if u == v || (nanEqual && u.isNaN && v.isNaN) { continue }
        guard (u - v).magnitude <= absolute + relative * v.magnitude, v.isFinite else {
          return false
        }
      }
      return true
    }
  }
}
