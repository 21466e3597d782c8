// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Strided

/// `strided inspect`: what an array in a file, or slices of it, are and where they lie.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows shape, strides, memory and values of an array in a .npy file.",
    discussion: """
      The file is mapped, never copied. Of several slices each is described, and one picture shows \
      them all on the memory that they share.
      """)

  @Argument(help: "A .npy file.", completion: .file(extensions: ["npy"]))
  var file: String

  @Argument(help: "Slices in NumPy's notation, such as '[::-1, 100:200, 0]'.")
  var slices: [String] = []

  @Option(help: "The picture: \(PictureKind.names).")
  var picture = PictureKind.map

  @Option(
    help: "Also write the picture to this file, as SVG.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Draw with plain ASCII.")
  var ascii = false

  func run() throws {
    let array = try AnyNDArray(mapping: file)
    let report = try Report(array, file: file, slices: slices)
    let drawing = picture.drawing(of: report.arrays)
    Output.standard.write(
      line: report.text + "\n\n" + drawing.text(style: ascii ? .ascii : .unicode))
    if let svg {
      do {
        try Data(drawing.svg().utf8).write(to: URL(fileURLWithPath: svg), options: .atomic)
      } catch {
        throw ArrayError(
          .system, "the picture can't be written to '\(svg)': \(error.localizedDescription)")
      }
    }
  }
}

/// The pictures that the program draws.
enum PictureKind: String, CaseIterable, ExpressibleByArgument {
  case map, strip, grid, strides, order, owners

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Draws arrays.
  func drawing(of arrays: [NamedArray]) -> any Picture {
    switch self {
    case .map: MapPicture(arrays)
    case .strip: StripPicture(arrays)
    case .grid: GridPicture(arrays)
    case .strides: StridePicture(arrays)
    case .order: OrderPicture(arrays)
    case .owners: OwnershipPicture(arrays)
    }
  }
}
