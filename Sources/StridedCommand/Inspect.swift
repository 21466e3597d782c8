// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Strided

/// `strided inspect`: what an array in a file, or a slice of it, is and where it lies.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows shape, strides, memory and values of an array in a .npy file.",
    discussion: "The file is mapped, never copied.")

  @Argument(help: "A .npy file.", completion: .file(extensions: ["npy"]))
  var file: String

  @Argument(help: "A slice in NumPy's notation, such as '[::-1, 100:200, 0]'.")
  var slice: String?

  @Flag(help: "Draw with plain ASCII.")
  var ascii = false

  func run() throws {
    let array = try AnyNDArray(mapping: file)
    Output.standard.write(line: try Report(array, file: file, slice: slice, ascii: ascii).text)
  }
}
