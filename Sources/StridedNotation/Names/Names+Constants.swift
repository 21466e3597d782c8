// SPDX-License-Identifier: Apache-2.0

extension Registry {
  /// NumPy's constants, and its modules that hold names of others.
  func addConstants() {
    numpy.members["pi"] = .float(Double.pi)
    numpy.members["e"] = .float(2.718281828459045)
    numpy.members["euler_gamma"] = .float(0.5772156649015329)
    numpy.members["inf"] = .float(Double.infinity)
    numpy.members["nan"] = .float(Double.nan)
    numpy.members["newaxis"] = Value.none
    numpy.members["True_"] = .scalar(ScalarObject(Scalars.bool(true)))
    numpy.members["False_"] = .scalar(ScalarObject(Scalars.bool(false)))
    numpy.members["little_endian"] = .bool(Int(littleEndian: 1) == 1)
    numpy.members["__version__"] = .text("2.4.6")
    builtins.members["Ellipsis"] = .ellipsis
    builtins.members["__name__"] = .text("__main__")
  }
}
