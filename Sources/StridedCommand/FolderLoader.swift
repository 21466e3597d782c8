// SPDX-License-Identifier: Apache-2.0

import Foundation
import Strided
import StridedNotation

/// The `.npy` files of one folder, and nothing outside it.
final class FolderLoader: ArrayLoader {
  private let folder: URL

  init(_ path: String) {
    folder = URL(fileURLWithPath: path, isDirectory: true).resolvingSymlinksInPath()
  }

  func load(_ name: String) throws(ArrayError) -> AnyNDArray {
    try AnyNDArray(contentsOf: try place(of: name).path)
  }

  func save(_ array: AnyNDArray, as name: String) throws(ArrayError) {
    let file = name.hasSuffix(".npy") ? name : name + ".npy"
    try array.write(to: try place(of: file).path)
  }

  /// The file of a name; names that lead out of the folder are refused.
  private func place(of name: String) throws(ArrayError) -> URL {
    let file = folder.appendingPathComponent(name).standardizedFileURL.resolvingSymlinksInPath()
    let parent = file.deletingLastPathComponent().path
    guard !name.hasPrefix("/"), !name.contains("\0"),
      parent == folder.path || parent.hasPrefix(folder.path + "/")
    else {
      throw ArrayError(.system, "'\(name)' is not inside the folder that the program may use")
    }
    return file
  }
}
