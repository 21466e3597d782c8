// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

extension Registry {
  /// Functions that pick, join and repeat elements.
  func addCopies() {
    function("copyto(dst, src, casting='same_kind', where=True)") { (c) throws(Fault) in
      guard case .array(let target) = c["dst"] else {
        throw Fault(
          .typeError, "copyto() argument 1 must be numpy.ndarray, not \(c["dst"].typeName)")
      }
      let source = try c.machine.source(c["src"], for: target.array.dtype)
      let isAllowed = try Casting.isAllowed(
        source.dtype, target.array.dtype, try c.text("casting"))
      guard isAllowed || Operands.isWeak(c["src"]) else {
        throw Fault(
          .typeError,
          "Cannot cast array data from \(Printer.repr(.dtype(source.dtype))) to "
            + "\(Printer.repr(.dtype(target.array.dtype))) according to the rule "
            + "'\(try c.text("casting"))'")
      }
      guard target.array.isWritable else {
        throw Fault(.valueError, "assignment destination is read-only")
      }
      if case .bool(true) = c["where"] {
        try c.machine.assign(.array(ArrayObject(source, base: nil)), to: target.array)
      } else {
        let mask = try c.array("where")
        try lifted { () throws(ArrayError) in
          try source.cast(to: target.array.dtype, copying: .ifNeeded)
            .copy(to: target.array, where: mask)
        }
      }
      c.machine.observer?.wrote(through: target, target.array, by: "copyto")
      return .none
    }
  }
}
