// SPDX-License-Identifier: Apache-2.0

import Strided
import Testing

@testable import StridedCommand

@Suite struct ReportTests {
  /// The photo that the repository ships.
  static let photo =
    String(#filePath.dropLast("Tests/StridedCommandTests/ReportTests.swift".count))
    + "Examples/china.npy"

  private func report(_ slice: String?) throws -> String {
    try Report(
      AnyNDArray(mapping: Self.photo), file: "china.npy", slices: slice.map { [$0] } ?? []
    ).text
  }

  @Test func aSliceOfThePhoto() throws {
    let text = try report("[::-1, 100:200, 0]")
    for line in [
      "china.npy: [427, 640, 3] uint8", "strides   (-1920, 3) bytes", "offset    818220 bytes",
      "memory    mapped file, 819840 bytes, nothing copied",
      "slice     a view: 0 bytes copied, 42700 of the array's 819840 bytes (5.2 %)",
      "[[110  97 100 ...  68  40  96]",
    ] { #expect(text.contains(line), "\\(line)") }
  }

  @Test func severalSlicesAreDrawnOnOnePicture() throws {
    let slices = ["[:, :, 0]", "[::2, ::2]", "[:, :, 1]"]
    let report = try Report(AnyNDArray(mapping: Self.photo), file: "china.npy", slices: slices)
    for slice in slices { #expect(report.text.contains("\n\(slice): ")) }
    let map = PictureKind.map.drawing(of: report.arrays).text(style: .ascii)
    #expect(map.contains("819,840 bytes mapped"))
    #expect(map.contains("[:, :, 0], [::2, ::2]: 68,480 of 273,280 elements of [:, :, 0] shared"))
    #expect(map.contains("[:, :, 0], [:, :, 1]: no byte shared"))
    for kind in PictureKind.allCases {
      let drawing = kind.drawing(of: report.arrays)
      #expect(!drawing.text(style: .ascii).isEmpty && drawing.svg().hasPrefix("<svg"))
    }
  }

  @Test func theWholePhoto() throws {
    let text = try report(nil)
    #expect(text.contains("flags     row-major (C), aligned, read-only"))
    #expect(!text.contains("slice  "))
  }

  @Test(arguments: ["[", "[]", "1:x", "::0", "1.5", "0,0,0,0", "999", "[1:2:3:4]", "..., ..."])
  func badSlicesAreErrors(slice: String) {
    #expect(throws: ArrayError.self) { try report(slice) }
  }

  @Test func theFileIsNeverWritten() throws {
    let photo = try AnyNDArray(mapping: Self.photo)
    #expect(!photo.isWritable && photo.storage.kind == .mapped)
    #expect(throws: ArrayError.self) { try photo.assign(from: photo) }
  }
}
