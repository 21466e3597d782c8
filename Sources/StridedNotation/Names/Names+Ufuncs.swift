// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
internal import StridedMemory

extension Registry {
  /// Elementwise functions.
  func addUfuncs() {
    for name in Ufuncs.binary.keys {
      let entry = Entry("\(name)(x1, x2, /, out=None, *, dtype=None)", isUfunc: true) {
        (c) throws(Fault) in
        if let out = try c.target("out") {
          try Ufuncs.apply(name, c["x1"], c["x2"], into: out, c.machine)
          return .array(out)
        }
        return try Ufuncs.apply(name, c["x1"], c["x2"], c.machine)
      }
      numpy.members[name] = .builtin(BuiltinObject(entry))
    }
  }
}
